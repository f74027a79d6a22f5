/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.logical.NamedType;
import io.tidewater.format.value.ValueMismatchException;
import java.util.Date;

/** The number in the Java object that Connect has for a date or time. */
@SuppressWarnings("JavaUtilDate") // It is what Connect hands over.
enum NumberValues {
  /** Connect's own date: midnight UTC as {@link Date}, for days. */
  MIDNIGHT {
    @Override
    long number(Object value) {
      if (!(value instanceof Date date)) {
        throw ValueMismatchException.ofClass("a date", value);
      }
      long days = Math.floorDiv(date.getTime(), MILLIS_PER_DAY);
      if (days * MILLIS_PER_DAY != date.getTime()) {
        throw ValueMismatchException.of("midnight UTC of a date", "milliseconds", date.getTime());
      }
      return days;
    }
  },
  /** Connect's own time and timestamp: milliseconds as {@link Date}. */
  MILLIS {
    @Override
    long number(Object value) {
      if (value instanceof Date date) {
        return date.getTime();
      }
      throw ValueMismatchException.ofClass("a time", value);
    }
  },
  /** Debezium's of 32 bits. */
  INT32 {
    @Override
    long number(Object value) {
      if (value instanceof Integer number) {
        return number;
      }
      throw ValueMismatchException.ofClass("a date or time as INT32", value);
    }
  },
  /** Debezium's of 64 bits. */
  INT64 {
    @Override
    long number(Object value) {
      if (value instanceof Long number) {
        return number;
      }
      throw ValueMismatchException.ofClass("a time as INT64", value);
    }
  };

  private static final long MILLIS_PER_DAY = 86_400_000L;

  static NumberValues of(NamedType type) {
    return switch (type) {
      case DATE -> MIDNIGHT;
      case TIME, TIMESTAMP -> MILLIS;
      default -> type.base() == NamedType.Base.INT32 ? INT32 : INT64;
    };
  }

  abstract long number(Object value);
}
