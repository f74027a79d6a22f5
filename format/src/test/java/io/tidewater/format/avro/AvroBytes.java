/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Values written and read by the Avro library. */
final class AvroBytes {
  private static final int PADDING = 64;

  private AvroBytes() {}

  static Schema schema(String json) {
    Schema.Parser parser = new Schema.Parser(NameValidator.NO_VALIDATION);
    return parser.setValidateDefaults(false).parse(json);
  }

  /** The bytes of a value, without a frame. */
  static byte[] write(Schema schema, @Nullable Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      new GenericDatumWriter<@Nullable Object>(schema).write(value, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The bytes of a value as they stand in a Kafka record. */
  static ByteBuffer framed(int id, Schema schema, @Nullable Object value) {
    return framed(id, write(schema, value));
  }

  static ByteBuffer framed(int id, byte[] value) {
    return ByteBuffer.allocate(5 + value.length).put((byte) 0).putInt(id).put(value).flip();
  }

  /** What the library itself reads of bytes. */
  static @Nullable Object read(Schema writer, Schema reader, byte[] value) throws IOException {
    // The library holds counts of elements against what is left by the size that the reader's
    // schema gives them, and refuses floats at the end that are read as doubles.
    byte[] padded = Arrays.copyOf(value, value.length + PADDING);
    return new GenericDatumReader<@Nullable Object>(writer, reader)
        .read(null, DecoderFactory.get().binaryDecoder(padded, null));
  }
}
