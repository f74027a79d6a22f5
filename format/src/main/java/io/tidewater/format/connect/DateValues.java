/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.util.Date;
import org.apache.iceberg.types.Types.DateType;

/** Dates. */
@SuppressWarnings("JavaUtilDate") // It is what Connect hands over.
final class DateValues {
  /** Connect's own: midnight UTC as {@link Date}. */
  static final ScalarMapping CONNECT = new ScalarMapping(DateType.get(), DateValues::readMidnight);

  /** Debezium's: days since 1970. */
  static final ScalarMapping EPOCH_DAYS = new ScalarMapping(DateType.get(), DateValues::readDays);

  private static final long MILLIS_PER_DAY = 86_400_000L;

  private DateValues() {}

  private static void readMidnight(Object value, ValueVisitor receiver) {
    if (!(value instanceof Date date)) {
      throw ValueMismatchException.ofClass("a date", value);
    }
    long days = Math.floorDiv(date.getTime(), MILLIS_PER_DAY);
    if (days * MILLIS_PER_DAY != date.getTime() || days != (int) days) {
      throw ValueMismatchException.of("midnight UTC of a date", "milliseconds", date.getTime());
    }
    receiver.dateValue((int) days);
  }

  private static void readDays(Object value, ValueVisitor receiver) {
    if (!(value instanceof Integer days)) {
      throw ValueMismatchException.ofClass("a date in days since 1970", value);
    }
    receiver.dateValue(days);
  }
}
