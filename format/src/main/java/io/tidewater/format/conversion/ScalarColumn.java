/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueText;
import io.tidewater.format.value.ValueVisitor;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.variants.Variant;

/** Refuses every value; a column of some type overrides what it takes. */
abstract class ScalarColumn implements ValueVisitor {
  private final String expected;
  final ValueVisitor next;

  /**
   * @param expected what the column holds, as a noun: {@code an int}
   */
  ScalarColumn(String expected, ValueVisitor next) {
    this.expected = expected;
    this.next = next;
  }

  /** How well values of another type than the column's own fit. */
  abstract Fit fit(Type from);

  final ValueMismatchException refuse(String kind, Object value) {
    return ValueMismatchException.of(expected, kind, value);
  }

  @Override
  public final void nullValue() {
    next.nullValue();
  }

  @Override
  public void booleanValue(boolean value) {
    throw refuse("the boolean", value);
  }

  @Override
  public void intValue(int value) {
    throw refuse("the int", value);
  }

  @Override
  public void longValue(long value) {
    throw refuse("the long", value);
  }

  @Override
  public void floatValue(float value) {
    throw refuse("the float", value);
  }

  @Override
  public void doubleValue(double value) {
    throw refuse("the double", value);
  }

  @Override
  public void decimalValue(BigDecimal value) {
    throw refuse("the decimal", value);
  }

  @Override
  public void stringValue(String value) {
    throw refuse("the text", value);
  }

  @Override
  public void binaryValue(ByteBuffer value) {
    throw new ValueMismatchException(expected, value.remaining() + " bytes");
  }

  @Override
  public void fixedValue(byte[] value) {
    binaryValue(ByteBuffer.wrap(value));
  }

  @Override
  public void uuidValue(UUID value) {
    throw refuse("the uuid", value);
  }

  @Override
  public void dateValue(int days) {
    throw refuse("the date", ValueText.date(days));
  }

  @Override
  public void timeValue(long micros) {
    throw refuse("the time", ValueText.timeMicros(micros));
  }

  @Override
  public void timestampValue(long micros) {
    throw refuse("the timestamp", ValueText.timestampMicros(micros));
  }

  @Override
  public void timestamptzValue(long micros) {
    throw refuse("the timestamp", ValueText.timestampMicros(micros) + "Z");
  }

  @Override
  public void timestampNanosValue(long nanos) {
    throw refuse("the timestamp", ValueText.timestampNanos(nanos));
  }

  @Override
  public void timestamptzNanosValue(long nanos) {
    throw refuse("the timestamp", ValueText.timestampNanos(nanos) + "Z");
  }

  @Override
  public void variantValue(Variant value) {
    throw new ValueMismatchException(expected, "a variant");
  }

  @Override
  public final void startStruct() {
    throw new ValueMismatchException(expected, "a struct");
  }

  @Override
  public final void field(int position, String name) {
    throw new IllegalStateException("a field outside a struct: " + name);
  }

  @Override
  public final void endStruct() {
    throw new IllegalStateException("the end of a struct that never started");
  }

  @Override
  public final void startList(int size) {
    throw new ValueMismatchException(expected, "a list");
  }

  @Override
  public final void endList() {
    throw new IllegalStateException("the end of a list that never started");
  }

  @Override
  public final void startMap(int size) {
    throw new ValueMismatchException(expected, "a map");
  }

  @Override
  public final void endMap() {
    throw new IllegalStateException("the end of a map that never started");
  }
}
