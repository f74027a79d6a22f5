/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.TimeOfDay;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueText;
import java.util.Date;

/** Times of day, in the unit that the schema has and as the option says. */
@SuppressWarnings("JavaUtilDate") // It is what Connect hands over.
enum TimeValues {
  /** Connect's own: milliseconds as {@link Date}. */
  CONNECT {
    @Override
    long units(Object value) {
      if (value instanceof Date date) {
        return date.getTime();
      }
      throw ValueMismatchException.ofClass("a time", value);
    }

    @Override
    String text(long units) {
      return ValueText.timeMillis(units);
    }

    @Override
    long micros(long units) {
      return fromMillis(units);
    }
  },
  /** Debezium's {@code Time}: milliseconds. */
  MILLIS {
    @Override
    long units(Object value) {
      if (value instanceof Integer millis) {
        return millis;
      }
      throw ValueMismatchException.ofClass("a time in milliseconds", value);
    }

    @Override
    String text(long units) {
      return ValueText.timeMillis(units);
    }

    @Override
    long micros(long units) {
      return fromMillis(units);
    }
  },
  /** Debezium's {@code MicroTime}. */
  MICROS {
    @Override
    long units(Object value) {
      if (value instanceof Long micros) {
        return micros;
      }
      throw ValueMismatchException.ofClass("a time in microseconds", value);
    }

    @Override
    String text(long units) {
      return ValueText.timeMicros(units);
    }

    @Override
    long micros(long units) {
      return units;
    }
  },
  /** Debezium's {@code NanoTime}. */
  NANOS {
    @Override
    long units(Object value) {
      if (value instanceof Long nanos) {
        return nanos;
      }
      throw ValueMismatchException.ofClass("a time in nanoseconds", value);
    }

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

  /** What the type table says of all of them. */
  static final String NOTE = "From 00:00 to 24:00; a longer or negative duration only as `long`.";

  private static final long MICROS_PER_MILLI = 1_000L;
  private static final long NANOS_PER_MICRO = 1_000L;

  ScalarMapping mapping(MappingOptions options) {
    return new ScalarMapping(options.timeOfDay().type(), reader(options.timeOfDay()));
  }

  abstract long units(Object value);

  abstract String text(long units);

  abstract long micros(long units);

  private ScalarReader reader(TimeOfDay option) {
    return switch (option) {
      case STRING -> (value, receiver) -> receiver.stringValue(text(units(value)));
      case LONG -> (value, receiver) -> receiver.longValue(micros(units(value)));
      case TIME -> (value, receiver) -> receiver.timeValue(micros(units(value)));
    };
  }

  private static long fromMillis(long millis) {
    long micros = millis * MICROS_PER_MILLI;
    if (micros / MICROS_PER_MILLI != millis) {
      throw ValueMismatchException.of("a time of day", "milliseconds", millis);
    }
    return micros;
  }
}
