/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import io.tidewater.format.json.JsonCursor;
import io.tidewater.format.schema.TimeOfDay;
import io.tidewater.format.value.ValueVisitor;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;

/** Dates and times as RFC 3339 writes them. */
final class TemporalText {
  private static final long MICROS_PER_SECOND = 1_000_000L;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int NANOS_PER_MICRO = 1_000;

  private TemporalText() {}

  static void readDate(JsonCursor cursor, ValueVisitor column) {
    try {
      long days = LocalDate.parse(ScalarMapping.text(cursor)).toEpochDay();
      column.dateValue(Math.toIntExact(days));
    } catch (DateTimeException | ArithmeticException e) {
      throw cursor.mismatch("a date as 2026-11-21");
    }
  }

  /** Without an offset a text is no instant, and nobody knows which one was meant. */
  static void readDateTime(JsonCursor cursor, ValueVisitor column) {
    try {
      OffsetDateTime instant = OffsetDateTime.parse(ScalarMapping.text(cursor));
      long seconds = instant.toEpochSecond();
      if (instant.getNano() % NANOS_PER_MICRO == 0) {
        long micros = Math.multiplyExact(seconds, MICROS_PER_SECOND);
        column.timestamptzValue(Math.addExact(micros, instant.getNano() / NANOS_PER_MICRO));
      } else {
        long nanos = Math.multiplyExact(seconds, NANOS_PER_SECOND);
        column.timestamptzNanosValue(Math.addExact(nanos, instant.getNano()));
      }
    } catch (DateTimeException | ArithmeticException e) {
      throw cursor.mismatch("a timestamp with an offset as 2026-11-21T10:15:30Z");
    }
  }

  /** A reader of times of day. As text they stay as they are; else they must be of UTC. */
  static ScalarReader time(TimeOfDay option) {
    return switch (option) {
      case STRING -> (cursor, column) -> column.stringValue(ScalarMapping.text(cursor));
      case LONG -> (cursor, column) -> column.longValue(micros(cursor));
      case TIME -> (cursor, column) -> column.timeValue(micros(cursor));
    };
  }

  private static long micros(JsonCursor cursor) {
    String text = ScalarMapping.text(cursor);
    boolean utc = text.endsWith("Z") || text.endsWith("z");
    try {
      LocalTime time = LocalTime.parse(utc ? text.substring(0, text.length() - 1) : text);
      long nanos = time.toNanoOfDay();
      if (nanos % NANOS_PER_MICRO == 0) {
        return nanos / NANOS_PER_MICRO;
      }
    } catch (DateTimeException e) {
      // Refused below, with the text.
    }
    throw cursor.mismatch("a time of day as 10:15:30Z, of UTC and in whole microseconds");
  }
}
