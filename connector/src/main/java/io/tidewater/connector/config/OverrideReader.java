/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.Settings;
import io.tidewater.connector.route.TopicOverride;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the numbered pairs of regex and table that override the topic template. */
final class OverrideReader {
  private static final String REGEX = ".regex";
  private static final String TABLE = ".table";

  private final Settings settings;
  private final Map<String, String> overrides;

  OverrideReader(Settings settings) {
    this.settings = settings;
    this.overrides = settings.withPrefix(RoutingOptions.OVERRIDE_PREFIX);
  }

  /** The overrides in the order of their numbers. */
  List<TopicOverride> read() {
    SortedSet<Integer> numbers = new TreeSet<>();
    for (String key : overrides.keySet()) {
      if (key.matches("[1-9][0-9]{0,8}\\.(regex|table)")) {
        numbers.add(Integer.valueOf(key.substring(0, key.indexOf('.'))));
      }
    }
    List<TopicOverride> read = new ArrayList<>();
    for (int number : numbers) {
      override(number).ifPresent(read::add);
    }
    return read;
  }

  private Optional<TopicOverride> override(int number) {
    Optional<String> regex = value(number, REGEX);
    Optional<String> table = value(number, TABLE);
    if (regex.isEmpty() || table.isEmpty()) {
      return Optional.empty();
    }
    return settings
        .parse(key(number, REGEX), regex.get(), Pattern::compile)
        .flatMap(
            pattern ->
                settings.parse(
                    key(number, TABLE), table.get(), name -> TopicOverride.of(pattern, name)));
  }

  private Optional<String> value(int number, String part) {
    Optional<String> value = settings.raw(key(number, part));
    if (value.isEmpty()) {
      settings.report(
          key(number, part), "An override needs both %s and %s".formatted(REGEX, TABLE));
    }
    return value;
  }

  private static String key(int number, String part) {
    return RoutingOptions.OVERRIDE_PREFIX + number + part;
  }
}
