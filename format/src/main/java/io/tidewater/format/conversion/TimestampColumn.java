/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.ValueVisitor;
import java.util.function.LongConsumer;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.TimestampType;

/**
 * Takes timestamps in whole microseconds, ISO-8601 text, and whole numbers as milliseconds since
 * 1970, Kafka's own unit. Where one of value and column has a zone and the other none, the wall
 * clock is that of UTC.
 */
final class TimestampColumn extends ScalarColumn {
  private static final long MICROS_PER_MILLI = 1_000L;
  private static final long MICROS_PER_DAY = 86_400_000_000L;
  private static final long NANOS_PER_MICRO = 1_000L;

  private final LongConsumer micros;
  private final boolean hasZone;

  private TimestampColumn(
      String expected, boolean hasZone, LongConsumer micros, ValueVisitor next) {
    super(expected, next);
    this.hasZone = hasZone;
    this.micros = micros;
  }

  static TimestampColumn of(TimestampType type, ValueVisitor next) {
    return type.shouldAdjustToUTC()
        ? new TimestampColumn("a timestamptz in microseconds", true, next::timestamptzValue, next)
        : new TimestampColumn("a timestamp in microseconds", false, next::timestampValue, next);
  }

  @Override
  Fit fit(Type from) {
    return switch (from.typeId()) {
      case TIMESTAMP -> Fit.ALWAYS;
      case DATE -> hasZone ? Fit.NEVER : Fit.ALWAYS;
      case LONG, STRING, TIMESTAMP_NANO -> Fit.BY_VALUE;
      default -> Fit.NEVER;
    };
  }

  @Override
  public void longValue(long value) {
    try {
      micros.accept(Math.multiplyExact(value, MICROS_PER_MILLI));
    } catch (ArithmeticException e) {
      throw refuse("the milliseconds", value);
    }
  }

  @Override
  public void stringValue(String value) {
    TimestampText parsed = TimestampText.parse(value);
    if (parsed == null || parsed.nanoOfSecond() % NANOS_PER_MICRO != 0) {
      throw refuse("the text", value);
    }
    try {
      micros.accept(parsed.epochMicros());
    } catch (ArithmeticException e) {
      throw refuse("the text", value);
    }
  }

  /** A date goes into a column without a zone, as its midnight. */
  @Override
  public void dateValue(int days) {
    if (hasZone) {
      super.dateValue(days);
    }
    micros.accept(days * MICROS_PER_DAY);
  }

  @Override
  public void timestampValue(long value) {
    micros.accept(value);
  }

  @Override
  public void timestamptzValue(long value) {
    micros.accept(value);
  }

  @Override
  public void timestampNanosValue(long nanos) {
    if (nanos % NANOS_PER_MICRO != 0) {
      super.timestampNanosValue(nanos);
    }
    micros.accept(nanos / NANOS_PER_MICRO);
  }

  @Override
  public void timestamptzNanosValue(long nanos) {
    if (nanos % NANOS_PER_MICRO != 0) {
      super.timestamptzNanosValue(nanos);
    }
    micros.accept(nanos / NANOS_PER_MICRO);
  }
}
