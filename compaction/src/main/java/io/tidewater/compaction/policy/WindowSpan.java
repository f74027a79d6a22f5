/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.policy;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day on some days of the week, over midnight where it ends before it begins.
 *
 * @param days the days on which it begins
 * @param until exclusive; midnight is the end of the day
 */
record WindowSpan(Set<DayOfWeek> days, LocalTime from, LocalTime until, ZoneId zone) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:([a-zA-Z]{3})(?:-([a-zA-Z]{3}))?\\s+)?(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)(?:\\s+(\\S+))?");
  private static final int DAYS_AHEAD = 8;

  WindowSpan {
    days = Set.copyOf(days);
  }

  static WindowSpan parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw unreadable(text, null);
    }
    try {
      return new WindowSpan(
          days(matcher.group(1), matcher.group(2)),
          time(matcher.group(3)),
          time(matcher.group(4)),
          matcher.group(5) == null ? ZoneOffset.UTC : ZoneId.of(matcher.group(5)));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw unreadable(text, e);
    }
  }

  private static IllegalArgumentException unreadable(String text, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "expected times such as 22:00-06:00 UTC or mon-fri 20:00-24:00 Europe/Berlin, got '"
            + text
            + "'"
            + (cause == null ? "" : " (" + cause.getMessage() + ")"),
        cause);
  }

  private static LocalTime time(String text) {
    return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
  }

  private static Set<DayOfWeek> days(@Nullable String first, @Nullable String last) {
    if (first == null) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    DayOfWeek end = day(last == null ? first : last);
    DayOfWeek day = day(first);
    days.add(day);
    while (day != end) {
      day = day.plus(1);
      days.add(day);
    }
    return days;
  }

  private static DayOfWeek day(String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().startsWith(text.toUpperCase(Locale.ROOT))) {
        return day;
      }
    }
    throw new IllegalArgumentException("'" + text + "' is no day of the week");
  }

  boolean contains(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return begun(today, now) || begun(today.minusDays(1), now);
  }

  private boolean begun(LocalDate day, Instant now) {
    return days.contains(day.getDayOfWeek())
        && !now.isBefore(start(day))
        && now.isBefore(
            (until.isAfter(from) ? day : day.plusDays(1)).atTime(until).atZone(zone).toInstant());
  }

  Instant opensAfter(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
      LocalDate day = today.plusDays(ahead);
      if (days.contains(day.getDayOfWeek()) && start(day).isAfter(now)) {
        return start(day);
      }
    }
    throw new IllegalStateException("no day of the week begins " + this);
  }

  private Instant start(LocalDate day) {
    return day.atTime(from).atZone(zone).toInstant();
  }

  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    if (days.size() < DayOfWeek.values().length) {
      words.add(
          String.join(
              "+",
              days.stream()
                  .sorted()
                  .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT))
                  .toList()));
    }
    words.add(from + "-" + (until.equals(LocalTime.MIDNIGHT) ? "24:00" : until));
    words.add(zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId());
    return String.join(" ", words);
  }
}
