/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.value.LiteralVisitor;
import io.tidewater.format.value.ValueMismatchException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.iceberg.expressions.Literal;
import org.jspecify.annotations.Nullable;

/**
 * The default of a field, as its column has it. The library writes it as a value of the field,
 * which is then decoded as every other value is.
 */
final class DefaultValue {
  private DefaultValue() {}

  /** A field's default; null if it has none, or null, or none that is of its type. */
  static @Nullable Literal<?> of(Schema.Field field, Place place) {
    boolean scalar = place.shape() instanceof Shape.Scalar;
    if (!scalar || !field.hasDefaultValue() || field.defaultVal() == JsonProperties.NULL_VALUE) {
      return null;
    }
    try {
      // Looks at the default, which the parser was told not to do.
      Schema.Field valid = new Schema.Field("d", field.schema(), null, field.defaultVal());
      if (isCut(valid)) {
        return null;
      }
      return decoded(valid.schema(), encoded(valid), ((Shape.Scalar) place.shape()).mapping());
    } catch (AvroRuntimeException | ValueMismatchException | IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * Whether the library would cut the default, or fill it up, to the length that it should have.
   */
  private static boolean isCut(Schema.Field field) {
    return field.schema().getType() == Schema.Type.FIXED
        && field.defaultVal() instanceof byte[] bytes
        && bytes.length != field.schema().getFixedSize();
  }

  private static ByteBuffer encoded(Schema.Field field) {
    Object value = new GenericData().getDefaultValue(field);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      new GenericDatumWriter<>(field.schema()).write(value, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  private static @Nullable Literal<?> decoded(
      Schema schema, ByteBuffer bytes, ScalarMapping mapping) {
    AvroInput input = new AvroInput();
    input.begin(bytes);
    if (schema.getType() == Schema.Type.UNION) {
      input.readInt();
    }
    LiteralVisitor literal = new LiteralVisitor(mapping.type());
    mapping.decoder().read(input, Conversions.between(mapping.emitted(), mapping.type(), literal));
    return literal.take();
  }
}
