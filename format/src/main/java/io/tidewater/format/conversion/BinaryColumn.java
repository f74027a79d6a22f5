/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.ValueVisitor;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.iceberg.types.Type;

/** Takes bytes, and text as UTF-8. */
final class BinaryColumn extends ScalarColumn {
  BinaryColumn(ValueVisitor next) {
    super("bytes", next);
  }

  @Override
  Fit fit(Type from) {
    return switch (from.typeId()) {
      case BINARY, FIXED, STRING -> Fit.ALWAYS;
      default -> Fit.NEVER;
    };
  }

  @Override
  public void binaryValue(ByteBuffer value) {
    next.binaryValue(value);
  }

  @Override
  public void stringValue(String value) {
    try {
      // A fresh encoder reports half a surrogate pair, where getBytes would replace it.
      next.binaryValue(StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value)));
    } catch (CharacterCodingException e) {
      throw refuse("text that is no Unicode, of length", value.length());
    }
  }
}
