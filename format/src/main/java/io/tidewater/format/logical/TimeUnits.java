/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.logical;

import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueText;
import org.apache.iceberg.types.Type;

/** Times of day in some unit, stored as the option says. */
enum TimeUnits {
  MILLIS {
    @Override
    String text(long units) {
      return ValueText.timeMillis(units);
    }

    @Override
    long micros(long units) {
      long micros = units * MICROS_PER_MILLI;
      if (micros / MICROS_PER_MILLI != units) {
        throw ValueMismatchException.of("a time of day", "milliseconds", units);
      }
      return micros;
    }
  },
  MICROS {
    @Override
    String text(long units) {
      return ValueText.timeMicros(units);
    }

    @Override
    long micros(long units) {
      return units;
    }
  },
  NANOS {
    @Override
    String text(long units) {
      return ValueText.timeNanos(units);
    }

    @Override
    long micros(long units) {
      if (units % NANOS_PER_MICRO != 0) {
        throw ValueMismatchException.of("whole microseconds", "nanoseconds", units);
      }
      return units / NANOS_PER_MICRO;
    }
  };

  private static final long MICROS_PER_MILLI = 1_000L;
  private static final long NANOS_PER_MICRO = 1_000L;

  /** With as many digits as the unit has, so that the texts sort as the times do. */
  abstract String text(long units);

  abstract long micros(long units);

  NumberMapping mapping(MappingOptions options) {
    Type type = options.timeOfDay().type();
    return new NumberMapping(
        type,
        type,
        switch (options.timeOfDay()) {
          case STRING -> (units, receiver) -> receiver.stringValue(text(units));
          case LONG -> (units, receiver) -> receiver.longValue(micros(units));
          case TIME -> (units, receiver) -> receiver.timeValue(micros(units));
        });
  }
}
