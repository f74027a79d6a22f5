/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.value;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Type;
import org.jspecify.annotations.Nullable;

/** Takes one scalar as the literal of a column's default. */
public final class LiteralVisitor extends QuietVisitor {
  private final Type type;
  private @Nullable Literal<?> literal;

  /**
   * @param type the column's
   */
  public LiteralVisitor(Type type) {
    this.type = type;
  }

  /** The literal; null if none came, or none that Iceberg has. */
  public @Nullable Literal<?> take() {
    return literal == null ? null : literal.to(type);
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
  public void fixedValue(byte[] value) {
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

  @Override
  public void timestampNanosValue(long nanos) {
    // As text, since a number is taken for microseconds.
    literal = Literal.of(ValueText.timestampNanos(nanos));
  }

  @Override
  public void timestamptzNanosValue(long nanos) {
    literal = Literal.of(ValueText.timestampNanos(nanos) + "+00:00");
  }
}
