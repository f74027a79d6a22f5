/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * A timestamp that came as ISO-8601 text: date and time apart by {@code T} or a blank, with an
 * offset ({@code Z}, {@code +01}, {@code +0100}, {@code +01:00}) or without one, which means UTC.
 */
record TimestampText(long epochSecond, int nanoOfSecond) {
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private static final long MICROS_PER_SECOND = 1_000_000L;
  private static final int NANOS_PER_MICRO = 1_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** The timestamp that a text says; null where it says none. */
  static @Nullable TimestampText parse(String text) {
    try {
      TemporalAccessor parsed = FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      OffsetDateTime instant =
          parsed instanceof OffsetDateTime offset
              ? offset
              : ((LocalDateTime) parsed).atOffset(ZoneOffset.UTC);
      return new TimestampText(instant.toEpochSecond(), instant.getNano());
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Microseconds since 1970; throws {@link ArithmeticException} beyond what a long holds. */
  long epochMicros() {
    return Math.addExact(
        Math.multiplyExact(epochSecond, MICROS_PER_SECOND), nanoOfSecond / NANOS_PER_MICRO);
  }

  /** Nanoseconds since 1970; throws {@link ArithmeticException} beyond what a long holds. */
  long epochNanos() {
    return Math.addExact(Math.multiplyExact(epochSecond, NANOS_PER_SECOND), nanoOfSecond);
  }
}
