/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.policy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How values of options are written. */
final class ValueText {
  private static final Pattern AMOUNT = Pattern.compile("([0-9]+)\\s*([a-zA-Z]*)");

  private ValueText() {}

  static long bytes(String text) {
    Matcher matcher = AMOUNT.matcher(text);
    if (matcher.matches()) {
      int shift =
          switch (matcher.group(2).toUpperCase(Locale.ROOT)) {
            case "", "B" -> 0;
            case "K", "KB", "KIB" -> 10;
            case "M", "MB", "MIB" -> 20;
            case "G", "GB", "GIB" -> 30;
            case "T", "TB", "TIB" -> 40;
            default -> -1;
          };
      if (shift >= 0) {
        return Math.multiplyExact(count(matcher.group(1)), 1L << shift);
      }
    }
    throw new IllegalArgumentException("expected bytes, such as 128MB, got '" + text + "'");
  }

  static Duration duration(String text) {
    Matcher matcher = AMOUNT.matcher(text);
    Optional<ChronoUnit> unit =
        !matcher.matches()
            ? Optional.empty()
            : switch (matcher.group(2)) {
              case "", "ms" -> Optional.of(ChronoUnit.MILLIS);
              case "s" -> Optional.of(ChronoUnit.SECONDS);
              case "m", "min" -> Optional.of(ChronoUnit.MINUTES);
              case "h" -> Optional.of(ChronoUnit.HOURS);
              case "d" -> Optional.of(ChronoUnit.DAYS);
              default -> Optional.empty();
            };
    return unit.map(each -> Duration.of(count(matcher.group(1)), each))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected a time span, such as 90s, 15m, 12h or 5d, got '" + text + "'"));
  }

  static String print(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 86_400_000 == 0 && millis > 0) {
      return millis / 86_400_000 + "d";
    }
    if (millis % 3_600_000 == 0 && millis > 0) {
      return millis / 3_600_000 + "h";
    }
    if (millis % 60_000 == 0 && millis > 0) {
      return millis / 60_000 + "m";
    }
    return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
  }

  static long count(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected a whole number, got '" + text + "'", e);
    }
  }

  static double ratio(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected a number, got '" + text + "'", e);
    }
  }

  static boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("expected true or false, got '" + text + "'");
    };
  }

  static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::trim)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  static <E extends Enum<E>> E choice(Class<E> type, String text) {
    for (E constant : type.getEnumConstants()) {
      if (PolicyOption.print(constant).equalsIgnoreCase(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "expected one of "
            + Arrays.stream(type.getEnumConstants()).map(PolicyOption::print).toList()
            + ", got '"
            + text
            + "'");
  }
}
