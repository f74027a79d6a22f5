/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.logical;

import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.NanoTimestamps;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.util.function.Function;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.DateType;
import org.apache.iceberg.types.Types.TimestampNanoType;
import org.apache.iceberg.types.Types.TimestampType;

/** What a whole number may stand for. */
public enum NumberMeaning implements Meaning {
  /** Days since 1970-01-01. */
  DATE(options -> only(DateType.get(), NumberMeaning::date)),
  /** Milliseconds since midnight. */
  TIME_MILLIS(TimeUnits.MILLIS::mapping),
  /** Microseconds since midnight. */
  TIME_MICROS(TimeUnits.MICROS::mapping),
  /** Nanoseconds since midnight. */
  TIME_NANOS(TimeUnits.NANOS::mapping),
  /** A wall clock reading without a zone, in milliseconds since 1970. */
  WALL_CLOCK_MILLIS(
      options ->
          only(
              TimestampType.withoutZone(),
              (number, receiver) -> receiver.timestampValue(micros(number)))),
  /** A wall clock reading without a zone, in microseconds since 1970. */
  WALL_CLOCK_MICROS(
      options ->
          only(TimestampType.withoutZone(), (number, receiver) -> receiver.timestampValue(number))),
  /** A wall clock reading without a zone, in nanoseconds since 1970. */
  WALL_CLOCK_NANOS(
      options ->
          nanos(
              options.nanoTimestamps(),
              options.nanoTimestamps().type(),
              TimestampNanoType.withoutZone(),
              (number, receiver) -> receiver.timestampNanosValue(number))),
  /** An instant in milliseconds since 1970. */
  INSTANT_MILLIS(
      options ->
          only(
              TimestampType.withZone(),
              (number, receiver) -> receiver.timestamptzValue(micros(number)))),
  /** An instant in microseconds since 1970. */
  INSTANT_MICROS(
      options ->
          only(TimestampType.withZone(), (number, receiver) -> receiver.timestamptzValue(number))),
  /** An instant in nanoseconds since 1970. */
  INSTANT_NANOS(
      options ->
          nanos(
              options.nanoTimestamps(),
              options.nanoTimestamps().zonedType(),
              TimestampNanoType.withZone(),
              (number, receiver) -> receiver.timestamptzNanosValue(number)));

  /** What the page of types says of times of day. */
  public static final String TIME_NOTE =
      "From 00:00 to 24:00; a longer or negative duration only as `long`.";

  private static final long MICROS_PER_MILLI = 1_000L;

  private final Function<MappingOptions, NumberMapping> mapping;

  NumberMeaning(Function<MappingOptions, NumberMapping> mapping) {
    this.mapping = mapping;
  }

  /** How such a number is stored. */
  public NumberMapping mapping(MappingOptions options) {
    return mapping.apply(options);
  }

  private static NumberMapping only(Type type, NumberMapping.Event event) {
    return new NumberMapping(type, type, event);
  }

  private static NumberMapping nanos(
      NanoTimestamps option, Type column, Type emitted, NumberMapping.Event event) {
    return option == NanoTimestamps.LONG
        ? only(column, (number, receiver) -> receiver.longValue(number))
        : new NumberMapping(column, emitted, event);
  }

  private static void date(long days, ValueVisitor receiver) {
    if (days != (int) days) {
      throw ValueMismatchException.of("a date", "days since 1970", days);
    }
    receiver.dateValue((int) days);
  }

  private static long micros(long millis) {
    try {
      return Math.multiplyExact(millis, MICROS_PER_MILLI);
    } catch (ArithmeticException e) {
      throw ValueMismatchException.of(
          "a timestamp that fits in microseconds", "milliseconds", millis);
    }
  }
}
