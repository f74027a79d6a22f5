/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.ValueVisitor;
import java.time.DateTimeException;
import java.time.LocalTime;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;

/** Takes times of day in whole microseconds, and their ISO-8601 text. */
final class TimeColumn extends ScalarColumn {
  private static final long MICROS_PER_DAY = 86_400_000_000L;
  private static final int NANOS_PER_MICRO = 1_000;

  TimeColumn(ValueVisitor next) {
    super("a time from 00:00 up to 24:00 in microseconds", next);
  }

  @Override
  Fit fit(Type from) {
    return from.typeId() == TypeID.STRING ? Fit.BY_VALUE : Fit.NEVER;
  }

  @Override
  public void timeValue(long micros) {
    if (micros < 0 || micros >= MICROS_PER_DAY) {
      throw refuse("a duration in microseconds of", micros);
    }
    next.timeValue(micros);
  }

  @Override
  public void stringValue(String value) {
    long nanos = nanosOfDay(value);
    if (nanos % NANOS_PER_MICRO != 0) {
      throw refuse("the text", value);
    }
    next.timeValue(nanos / NANOS_PER_MICRO);
  }

  private long nanosOfDay(String text) {
    try {
      return LocalTime.parse(text).toNanoOfDay();
    } catch (DateTimeException e) {
      throw refuse("the text", text);
    }
  }
}
