/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import io.tidewater.format.json.JsonCursor;
import io.tidewater.format.json.JsonNumbers;
import io.tidewater.format.jsonschema.shape.ScalarKind;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.NanoTimestamps;
import io.tidewater.format.schema.TimeOfDay;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueText;
import io.tidewater.format.value.ValueVisitor;
import java.util.function.LongFunction;
import org.apache.iceberg.types.Types;

/** Dates and times that Connect and Debezium write as numbers. */
final class TemporalNumbers {
  private static final long NANOS_PER_MICRO = 1_000L;
  private static final long MICROS_PER_MILLI = 1_000L;

  private TemporalNumbers() {}

  static ScalarMapping of(ScalarKind kind, MappingOptions options) {
    return switch (kind) {
      case EPOCH_DAYS -> ScalarMapping.exactly(Types.DateType.get(), TemporalNumbers::readDays);
      case TIME_MILLIS -> time(options.timeOfDay(), ValueText::timeMillis, Unit.MILLIS);
      case TIME_MICROS -> time(options.timeOfDay(), ValueText::timeMicros, Unit.MICROS);
      case TIME_NANOS -> time(options.timeOfDay(), ValueText::timeNanos, Unit.NANOS);
      case INSTANT_MILLIS ->
          ScalarMapping.exactly(
              Types.TimestampType.withZone(),
              (cursor, column) -> column.timestamptzValue(Unit.MILLIS.micros(units(cursor))));
      case LOCAL_MILLIS ->
          ScalarMapping.exactly(
              Types.TimestampType.withoutZone(),
              (cursor, column) -> column.timestampValue(Unit.MILLIS.micros(units(cursor))));
      case LOCAL_MICROS ->
          ScalarMapping.exactly(
              Types.TimestampType.withoutZone(),
              (cursor, column) -> column.timestampValue(units(cursor)));
      case LOCAL_NANOS -> nanos(options.nanoTimestamps());
      default -> throw new IllegalArgumentException("no number: " + kind);
    };
  }

  private static ScalarMapping time(TimeOfDay option, LongFunction<String> text, Unit unit) {
    return ScalarMapping.exactly(
        option.type(),
        switch (option) {
          case STRING -> (cursor, column) -> column.stringValue(text.apply(units(cursor)));
          case LONG -> (cursor, column) -> column.longValue(unit.micros(units(cursor)));
          case TIME -> (cursor, column) -> column.timeValue(unit.micros(units(cursor)));
        });
  }

  private static ScalarMapping nanos(NanoTimestamps option) {
    return ScalarMapping.exactly(
        option.type(),
        switch (option) {
          case STRING ->
              (cursor, column) -> column.stringValue(ValueText.timestampNanos(units(cursor)));
          case LONG -> (cursor, column) -> column.longValue(units(cursor));
          case MICROS, NANOS -> (cursor, column) -> column.timestampNanosValue(units(cursor));
        });
  }

  private static void readDays(JsonCursor cursor, ValueVisitor column) {
    long days = units(cursor);
    if (days != (int) days) {
      throw cursor.mismatch("days since 1970 in 32 bits");
    }
    column.dateValue((int) days);
  }

  private static long units(JsonCursor cursor) {
    return JsonNumbers.wholeLong(ScalarMapping.number(cursor, "a whole number"));
  }

  private enum Unit {
    MILLIS {
      @Override
      long micros(long units) {
        try {
          return Math.multiplyExact(units, MICROS_PER_MILLI);
        } catch (ArithmeticException e) {
          throw ValueMismatchException.of("a time in microseconds", "milliseconds", units);
        }
      }
    },
    MICROS {
      @Override
      long micros(long units) {
        return units;
      }
    },
    NANOS {
      @Override
      long micros(long units) {
        if (units % NANOS_PER_MICRO != 0) {
          throw ValueMismatchException.of("whole microseconds", "nanoseconds", units);
        }
        return units / NANOS_PER_MICRO;
      }
    };

    abstract long micros(long units);
  }
}
