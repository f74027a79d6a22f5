/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.schema.NanoTimestamps;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueText;
import io.tidewater.format.value.ValueVisitor;
import java.util.Date;
import org.apache.iceberg.types.Types.TimestampNanoType;
import org.apache.iceberg.types.Types.TimestampType;

/** Timestamps. */
@SuppressWarnings("JavaUtilDate") // It is what Connect hands over.
final class TimestampValues {
  /** Connect's own: an instant in milliseconds as {@link Date}. */
  static final ScalarMapping CONNECT =
      new ScalarMapping(TimestampType.withZone(), TimestampValues::readDate);

  /** Debezium's {@code Timestamp}: a wall clock in milliseconds. */
  static final ScalarMapping MILLIS =
      new ScalarMapping(
          TimestampType.withoutZone(),
          (value, receiver) -> receiver.timestampValue(micros(number(value))));

  /** Debezium's {@code MicroTimestamp}: a wall clock in microseconds. */
  static final ScalarMapping MICROS =
      new ScalarMapping(
          TimestampType.withoutZone(), (value, receiver) -> receiver.timestampValue(number(value)));

  private TimestampValues() {}

  /** Debezium's {@code NanoTimestamp}: a wall clock in nanoseconds. */
  static ScalarMapping nanos(NanoTimestamps option) {
    return switch (option) {
      case STRING ->
          new ScalarMapping(
              option.type(),
              (value, receiver) -> receiver.stringValue(ValueText.timestampNanos(number(value))));
      case LONG ->
          new ScalarMapping(option.type(), (value, receiver) -> receiver.longValue(number(value)));
      case MICROS, NANOS ->
          new ScalarMapping(
              option.type(),
              TimestampNanoType.withoutZone(),
              (value, receiver) -> receiver.timestampNanosValue(number(value)));
    };
  }

  private static void readDate(Object value, ValueVisitor receiver) {
    if (!(value instanceof Date date)) {
      throw ValueMismatchException.ofClass("a timestamp", value);
    }
    receiver.timestamptzValue(micros(date.getTime()));
  }

  private static long number(Object value) {
    if (value instanceof Long number) {
      return number;
    }
    throw ValueMismatchException.ofClass("a timestamp as INT64", value);
  }

  private static long micros(long millis) {
    try {
      return Math.multiplyExact(millis, 1_000L);
    } catch (ArithmeticException e) {
      throw ValueMismatchException.of(
          "a timestamp that fits in microseconds", "milliseconds", millis);
    }
  }
}
