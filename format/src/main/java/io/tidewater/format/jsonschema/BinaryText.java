/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import com.fasterxml.jackson.core.JsonToken;
import io.tidewater.format.json.JsonCursor;
import io.tidewater.format.json.JsonNumbers;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;

/** Bytes, which JSON only has as text. */
final class BinaryText {
  private BinaryText() {}

  static void readBase64(JsonCursor cursor, ValueVisitor column) {
    column.binaryValue(ByteBuffer.wrap(base64(cursor)));
  }

  static void readBase64Url(JsonCursor cursor, ValueVisitor column) {
    try {
      column.binaryValue(
          ByteBuffer.wrap(Base64.getUrlDecoder().decode(ScalarMapping.text(cursor))));
    } catch (IllegalArgumentException e) {
      throw cursor.mismatch("Base64 for addresses");
    }
  }

  static void readBase16(JsonCursor cursor, ValueVisitor column) {
    try {
      column.binaryValue(ByteBuffer.wrap(HexFormat.of().parseHex(ScalarMapping.text(cursor))));
    } catch (IllegalArgumentException e) {
      throw cursor.mismatch("hexadecimal text");
    }
  }

  /** A reader of Connect's decimals, which are numbers, or the bytes of their unscaled values. */
  static ScalarReader decimal(int scale) {
    return (cursor, column) -> {
      if (cursor.token() != JsonToken.VALUE_STRING) {
        column.decimalValue(
            JsonNumbers.decimal(ScalarMapping.number(cursor, "a number or Base64")));
        return;
      }
      byte[] unscaled = base64(cursor);
      if (unscaled.length == 0) {
        throw new ValueMismatchException("the bytes of a decimal", "none");
      }
      column.decimalValue(new BigDecimal(new BigInteger(unscaled), scale));
    };
  }

  private static byte[] base64(JsonCursor cursor) {
    try {
      return Base64.getDecoder().decode(ScalarMapping.text(cursor));
    } catch (IllegalArgumentException e) {
      throw cursor.mismatch("Base64");
    }
  }
}
