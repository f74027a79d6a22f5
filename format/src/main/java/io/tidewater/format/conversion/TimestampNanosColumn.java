/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.ValueText;
import io.tidewater.format.value.ValueVisitor;
import java.util.function.LongConsumer;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.TimestampNanoType;

/** As {@link TimestampColumn}, in nanoseconds: from 1677 to 2262. */
final class TimestampNanosColumn extends ScalarColumn {
  private static final long NANOS_PER_MILLI = 1_000_000L;
  private static final long NANOS_PER_MICRO = 1_000L;

  private final LongConsumer nanos;

  private TimestampNanosColumn(String expected, LongConsumer nanos, ValueVisitor next) {
    super(expected, next);
    this.nanos = nanos;
  }

  static TimestampNanosColumn of(TimestampNanoType type, ValueVisitor next) {
    return type.shouldAdjustToUTC()
        ? new TimestampNanosColumn(
            "a timestamptz in nanoseconds, from 1677 to 2262", next::timestamptzNanosValue, next)
        : new TimestampNanosColumn(
            "a timestamp in nanoseconds, from 1677 to 2262", next::timestampNanosValue, next);
  }

  @Override
  Fit fit(Type from) {
    return switch (from.typeId()) {
      case TIMESTAMP_NANO -> Fit.ALWAYS;
      case TIMESTAMP, LONG, STRING -> Fit.BY_VALUE;
      default -> Fit.NEVER;
    };
  }

  @Override
  public void longValue(long value) {
    try {
      nanos.accept(Math.multiplyExact(value, NANOS_PER_MILLI));
    } catch (ArithmeticException e) {
      throw refuse("the milliseconds", value);
    }
  }

  @Override
  public void stringValue(String value) {
    TimestampText parsed = TimestampText.parse(value);
    if (parsed == null) {
      throw refuse("the text", value);
    }
    try {
      nanos.accept(parsed.epochNanos());
    } catch (ArithmeticException e) {
      throw refuse("the text", value);
    }
  }

  @Override
  public void timestampValue(long micros) {
    try {
      nanos.accept(Math.multiplyExact(micros, NANOS_PER_MICRO));
    } catch (ArithmeticException e) {
      throw refuse("the timestamp", ValueText.timestampMicros(micros));
    }
  }

  @Override
  public void timestamptzValue(long micros) {
    timestampValue(micros);
  }

  @Override
  public void timestampNanosValue(long value) {
    nanos.accept(value);
  }

  @Override
  public void timestamptzNanosValue(long value) {
    nanos.accept(value);
  }
}
