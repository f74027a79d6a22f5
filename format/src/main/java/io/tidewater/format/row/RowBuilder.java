/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.row;

import io.tidewater.format.value.ValueVisitor;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.util.DateTimeUtil;
import org.apache.iceberg.variants.Variant;

/**
 * Collects the values of a record as a row, in the Java classes that Iceberg's generic data uses.
 * It trusts its caller that each value is of its column's type. Allocates the row and what is in
 * it, nothing else.
 */
public final class RowBuilder implements ValueVisitor {
  private final RowSlot row;
  private Slot slot;

  public RowBuilder(Schema table) {
    this.row = new RowSlot(table.asStruct());
    this.slot = row;
  }

  /** Starts a new row, whatever became of the one before; next comes the row's struct. */
  public void begin() {
    slot = row;
  }

  /** The row, after its struct has ended. */
  public GenericRecord finish() {
    return row.take();
  }

  @Override
  public void nullValue() {
    slot.put(null);
  }

  @Override
  public void booleanValue(boolean value) {
    slot.put(value);
  }

  @Override
  public void intValue(int value) {
    slot.put(value);
  }

  @Override
  public void longValue(long value) {
    slot.put(value);
  }

  @Override
  public void floatValue(float value) {
    slot.put(value);
  }

  @Override
  public void doubleValue(double value) {
    slot.put(value);
  }

  @Override
  public void decimalValue(BigDecimal value) {
    slot.put(value);
  }

  @Override
  public void stringValue(String value) {
    slot.put(value);
  }

  @Override
  public void binaryValue(ByteBuffer value) {
    slot.put(value);
  }

  @Override
  public void fixedValue(byte[] value) {
    slot.put(value);
  }

  @Override
  public void uuidValue(UUID value) {
    slot.put(value);
  }

  @Override
  public void dateValue(int days) {
    slot.put(DateTimeUtil.dateFromDays(days));
  }

  @Override
  public void timeValue(long micros) {
    slot.put(DateTimeUtil.timeFromMicros(micros));
  }

  @Override
  public void timestampValue(long micros) {
    slot.put(DateTimeUtil.timestampFromMicros(micros));
  }

  @Override
  public void timestamptzValue(long micros) {
    slot.put(DateTimeUtil.timestamptzFromMicros(micros));
  }

  @Override
  public void timestampNanosValue(long nanos) {
    slot.put(DateTimeUtil.timestampFromNanos(nanos));
  }

  @Override
  public void timestamptzNanosValue(long nanos) {
    slot.put(DateTimeUtil.timestamptzFromNanos(nanos));
  }

  @Override
  public void variantValue(Variant value) {
    slot.put(value);
  }

  @Override
  public void startStruct() {
    start(0);
  }

  @Override
  public void field(int position, String name) {
    slot.select(position);
  }

  @Override
  public void endStruct() {
    end();
  }

  @Override
  public void startList(int size) {
    start(size);
  }

  @Override
  public void endList() {
    end();
  }

  @Override
  public void startMap(int size) {
    start(size);
  }

  @Override
  public void endMap() {
    end();
  }

  private void start(int size) {
    slot = slot.nested();
    slot.begin(size);
  }

  private void end() {
    Object value = slot.finish();
    slot = slot.parent();
    slot.put(value);
  }
}
