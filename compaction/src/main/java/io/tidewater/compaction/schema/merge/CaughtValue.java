/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import io.tidewater.format.value.QuietVisitor;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.iceberg.util.DateTimeUtil;
import org.jspecify.annotations.Nullable;

/** Keeps the last value that it was told of, as generic records have it. */
final class CaughtValue extends QuietVisitor {
  private @Nullable Object value;

  @Nullable Object value() {
    return value;
  }

  void forget() {
    value = null;
  }

  @Override
  public void booleanValue(boolean heard) {
    value = heard;
  }

  @Override
  public void intValue(int heard) {
    value = heard;
  }

  @Override
  public void longValue(long heard) {
    value = heard;
  }

  @Override
  public void floatValue(float heard) {
    value = heard;
  }

  @Override
  public void doubleValue(double heard) {
    value = heard;
  }

  @Override
  public void decimalValue(BigDecimal heard) {
    value = heard;
  }

  @Override
  public void stringValue(String heard) {
    value = heard;
  }

  @Override
  public void binaryValue(ByteBuffer heard) {
    value = heard;
  }

  @Override
  public void fixedValue(byte[] heard) {
    value = heard;
  }

  @Override
  public void uuidValue(UUID heard) {
    value = heard;
  }

  @Override
  public void dateValue(int days) {
    value = DateTimeUtil.dateFromDays(days);
  }

  @Override
  public void timeValue(long micros) {
    value = DateTimeUtil.timeFromMicros(micros);
  }

  @Override
  public void timestampValue(long micros) {
    value = DateTimeUtil.timestampFromMicros(micros);
  }

  @Override
  public void timestamptzValue(long micros) {
    value = DateTimeUtil.timestamptzFromMicros(micros);
  }

  @Override
  public void timestampNanosValue(long nanos) {
    value = DateTimeUtil.timestampFromNanos(nanos);
  }

  @Override
  public void timestamptzNanosValue(long nanos) {
    value = DateTimeUtil.timestamptzFromNanos(nanos);
  }
}
