/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;

/**
 * The text of values. Times have as many digits as their unit, always, so that their texts sort as
 * they do.
 */
public final class ValueText {
  private static final long MICROS_PER_SECOND = 1_000_000L;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long NANOS_PER_DAY = 86_400L * NANOS_PER_SECOND;
  private static final int LONGEST_PLAIN_EXPONENT = 100;

  private static final DateTimeFormatter TIME_MILLIS = time(3);
  private static final DateTimeFormatter TIME_MICROS = time(6);
  private static final DateTimeFormatter TIME_NANOS = time(9);
  private static final DateTimeFormatter TIMESTAMP_MICROS = timestamp(TIME_MICROS);
  private static final DateTimeFormatter TIMESTAMP_NANOS = timestamp(TIME_NANOS);

  private ValueText() {}

  /** The digits of a decimal with its scale; with an exponent only where it has very many zeros. */
  public static String decimal(BigDecimal value) {
    boolean plain = Math.abs((long) value.scale()) <= LONGEST_PLAIN_EXPONENT;
    return plain ? value.toPlainString() : value.toString();
  }

  /** {@code 2026-11-21}. */
  public static String date(int days) {
    return LocalDate.ofEpochDay(days).toString();
  }

  /** {@code 10:15:30.000}. The end of a day, as some databases know it, is {@code 24:00:00.000}. */
  public static String timeMillis(long millis) {
    return timeOfDay(millis, 1_000_000L, TIME_MILLIS);
  }

  /** {@code 10:15:30.000000}. */
  public static String timeMicros(long micros) {
    return timeOfDay(micros, 1_000L, TIME_MICROS);
  }

  /** {@code 10:15:30.000000000}. */
  public static String timeNanos(long nanos) {
    return timeOfDay(nanos, 1L, TIME_NANOS);
  }

  /** {@code 2026-11-21T10:15:30.000000}. */
  public static String timestampMicros(long micros) {
    return TIMESTAMP_MICROS.format(
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(micros, MICROS_PER_SECOND),
            (int) Math.floorMod(micros, MICROS_PER_SECOND) * 1_000,
            ZoneOffset.UTC));
  }

  /** {@code 2026-11-21T10:15:30.000000000}. */
  public static String timestampNanos(long nanos) {
    return TIMESTAMP_NANOS.format(
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(nanos, NANOS_PER_SECOND),
            (int) Math.floorMod(nanos, NANOS_PER_SECOND),
            ZoneOffset.UTC));
  }

  /** {@code 2026-11-21T10:15:30.000000000Z}, of any year that has four digits. */
  public static String instant(long epochSecond, int nanoOfSecond) {
    return TIMESTAMP_NANOS.format(
            LocalDateTime.ofEpochSecond(epochSecond, nanoOfSecond, ZoneOffset.UTC))
        + "Z";
  }

  private static String timeOfDay(long units, long nanosPerUnit, DateTimeFormatter format) {
    long unitsPerDay = NANOS_PER_DAY / nanosPerUnit;
    if (units < 0 || units > unitsPerDay) {
      throw ValueMismatchException.of("a time of day from 00:00 to 24:00", "a duration of", units);
    }
    return units == unitsPerDay
        ? "24" + format.format(LocalTime.MIDNIGHT).substring(2)
        : format.format(LocalTime.ofNanoOfDay(units * nanosPerUnit));
  }

  private static DateTimeFormatter time(int digits) {
    return new DateTimeFormatterBuilder()
        .appendPattern("HH:mm:ss")
        .appendFraction(ChronoField.NANO_OF_SECOND, digits, digits, true)
        .toFormatter()
        .withResolverStyle(ResolverStyle.STRICT)
        .withChronology(IsoChronology.INSTANCE);
  }

  private static DateTimeFormatter timestamp(DateTimeFormatter time) {
    return new DateTimeFormatterBuilder()
        .append(DateTimeFormatter.ISO_LOCAL_DATE)
        .appendLiteral('T')
        .append(time)
        .toFormatter();
  }
}
