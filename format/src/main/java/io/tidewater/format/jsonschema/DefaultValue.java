/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.json.JsonCursor;
import io.tidewater.format.jsonschema.shape.Shape.Part;
import io.tidewater.format.jsonschema.shape.Shape.Scalar;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.QuietVisitor;
import io.tidewater.format.value.ValueMismatchException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Type;
import org.jspecify.annotations.Nullable;

/** The default of a scalar, as Iceberg has it. */
final class DefaultValue extends QuietVisitor {
  private @Nullable Literal<?> literal;

  private DefaultValue() {}

  /**
   * The default that a schema says.
   *
   * @return null if it says none, null, or what its own type does not let through
   */
  static @Nullable Literal<?> of(Part part, Type type, MappingOptions options) {
    if (part.fallback() == null
        || part.fallback().isNull()
        || !(part.shape() instanceof Scalar scalar)
        || !type.isPrimitiveType()) {
      return null;
    }
    DefaultValue found = new DefaultValue();
    try {
      ScalarMapping.of(scalar, options)
          .reader(type)
          .read(JsonCursor.of(part.fallback()), Conversions.into(type, found));
    } catch (ValueMismatchException e) {
      return null;
    }
    return found.literal == null ? null : found.literal.to(type);
  }

  @Override
  public void booleanValue(boolean value) {
    literal = Literal.of(value);
  }

  @Override
  public void intValue(int value) {
    literal = Literal.of(value);
  }

  @Override
  public void longValue(long value) {
    literal = Literal.of(value);
  }

  @Override
  public void floatValue(float value) {
    literal = Literal.of(value);
  }

  @Override
  public void doubleValue(double value) {
    literal = Literal.of(value);
  }

  @Override
  public void decimalValue(BigDecimal value) {
    literal = Literal.of(value);
  }

  @Override
  public void stringValue(String value) {
    literal = Literal.of(value);
  }

  @Override
  public void binaryValue(ByteBuffer value) {
    literal = Literal.of(value);
  }

  @Override
  public void uuidValue(UUID value) {
    literal = Literal.of(value);
  }

  @Override
  public void dateValue(int days) {
    literal = Literal.of(days);
  }

  @Override
  public void timeValue(long micros) {
    literal = Literal.of(micros);
  }

  @Override
  public void timestampValue(long micros) {
    literal = Literal.of(micros);
  }

  @Override
  public void timestamptzValue(long micros) {
    literal = Literal.of(micros);
  }
}
