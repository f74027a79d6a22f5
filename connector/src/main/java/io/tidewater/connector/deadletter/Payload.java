/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.deadletter;

import io.tidewater.format.column.KeyType;
import io.tidewater.format.connect.ConnectKeyConverter;
import io.tidewater.format.deadletter.PayloadEncoding;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.UnsupportedSchemaException;
import io.tidewater.format.value.ValueMismatchException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** A key or value as bytes, as near to what Kafka had as the converter has left it. */
record Payload(ByteBuffer bytes, PayloadEncoding encoding) {

  /** The payload of a value; null for null. */
  static @Nullable Payload of(@Nullable Schema schema, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof byte[] bytes) {
      return new Payload(ByteBuffer.wrap(bytes), PayloadEncoding.BYTES);
    }
    if (value instanceof ByteBuffer bytes) {
      return new Payload(bytes.duplicate(), PayloadEncoding.BYTES);
    }
    if (value instanceof String text) {
      return utf8(text, PayloadEncoding.TEXT);
    }
    try {
      Object json =
          ConnectKeyConverter.compile(schema, KeyType.TEXT, MappingOptions.DEFAULTS).convert(value);
      return utf8(
          String.valueOf(json), schema == null ? PayloadEncoding.JSON : PayloadEncoding.TYPED_JSON);
    } catch (ValueMismatchException | UnsupportedSchemaException e) {
      return utf8(value.toString(), PayloadEncoding.PRINTED);
    }
  }

  private static Payload utf8(String text, PayloadEncoding encoding) {
    return new Payload(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), encoding);
  }
}
