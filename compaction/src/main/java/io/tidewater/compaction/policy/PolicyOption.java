/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.policy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that a policy can say. Its name stands as it is in the service's configuration, and
 * behind {@link #TABLE_PREFIX} among the properties of a table.
 *
 * @param <T> type of its values
 */
public final class PolicyOption<T> {
  /** What precedes the name of an option among table properties. */
  public static final String TABLE_PREFIX = "tidewater.compaction.";

  private final String name;
  private final Kind kind;
  private final T defaultValue;
  private final Function<String, T> parser;
  private final String description;
  private final Optional<String> icebergProperty;

  private PolicyOption(
      String name,
      Kind kind,
      T defaultValue,
      Function<String, T> parser,
      String description,
      Optional<String> icebergProperty) {
    this.name = name;
    this.kind = kind;
    this.defaultValue = defaultValue;
    this.parser = parser;
    this.description = description;
    this.icebergProperty = icebergProperty;
  }

  /** What a value looks like. */
  public enum Kind {
    /** Bytes, such as {@code 134217728} or {@code 128MB} (of 1024 x 1024). */
    BYTES,
    /** A time span, such as {@code 90s}, {@code 15m}, {@code 12h}, {@code 5d}. */
    DURATION,
    /** A whole number. */
    COUNT,
    /** A number between 0 and 1, or above. */
    RATIO,
    /** {@code true} or {@code false}. */
    FLAG,
    /** Text. */
    TEXT,
    /** Texts with commas between. */
    LIST,
    /** One of some words. */
    CHOICE,
    /** Times of the week, such as {@code 22:00-06:00 UTC} or {@code sat-sun 00:00-24:00 UTC}. */
    WINDOW
  }

  public static PolicyOption<Long> bytes(String name, long defaultValue, String description) {
    return new PolicyOption<>(
        name, Kind.BYTES, defaultValue, ValueText::bytes, description, Optional.empty());
  }

  public static PolicyOption<Duration> duration(
      String name, Duration defaultValue, String description) {
    return new PolicyOption<>(
        name, Kind.DURATION, defaultValue, ValueText::duration, description, Optional.empty());
  }

  public static PolicyOption<Long> count(String name, long defaultValue, String description) {
    return new PolicyOption<>(
        name, Kind.COUNT, defaultValue, ValueText::count, description, Optional.empty());
  }

  public static PolicyOption<Double> ratio(String name, double defaultValue, String description) {
    return new PolicyOption<>(
        name, Kind.RATIO, defaultValue, ValueText::ratio, description, Optional.empty());
  }

  public static PolicyOption<Boolean> flag(String name, boolean defaultValue, String description) {
    return new PolicyOption<>(
        name, Kind.FLAG, defaultValue, ValueText::flag, description, Optional.empty());
  }

  public static PolicyOption<String> text(String name, String defaultValue, String description) {
    return new PolicyOption<>(
        name, Kind.TEXT, defaultValue, Function.identity(), description, Optional.empty());
  }

  public static PolicyOption<List<String>> list(
      String name, List<String> defaultValue, String description) {
    return new PolicyOption<>(
        name, Kind.LIST, defaultValue, ValueText::list, description, Optional.empty());
  }

  /** An option with the names of an enum, in lower case with hyphens. */
  public static <E extends Enum<E>> PolicyOption<E> choice(
      String name, E defaultValue, String description) {
    return new PolicyOption<>(
        name,
        Kind.CHOICE,
        defaultValue,
        text -> ValueText.choice(defaultValue.getDeclaringClass(), text),
        description
            + " One of "
            + String.join(
                ", ",
                Arrays.stream(defaultValue.getDeclaringClass().getEnumConstants())
                    .map(PolicyOption::print)
                    .toList())
            + ".",
        Optional.empty());
  }

  public static PolicyOption<TimeWindow> window(String name, String description) {
    return new PolicyOption<>(
        name, Kind.WINDOW, TimeWindow.ALWAYS, TimeWindow::parse, description, Optional.empty());
  }

  /**
   * The same option, which a property of Iceberg's own supplies for tables that have it and do not
   * set the option itself.
   */
  public PolicyOption<T> orIceberg(String property) {
    return new PolicyOption<>(name, kind, defaultValue, parser, description, Optional.of(property));
  }

  public String name() {
    return name;
  }

  /** The name of the table property that sets the option for one table. */
  public String tableProperty() {
    return TABLE_PREFIX + name;
  }

  public Kind kind() {
    return kind;
  }

  public T defaultValue() {
    return defaultValue;
  }

  /** What it does, in sentences. */
  public String description() {
    return description;
  }

  /** Iceberg's own table property that it heeds, if any. */
  public Optional<String> icebergProperty() {
    return icebergProperty;
  }

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException it is none; the message says what was expected
   */
  public T parse(String text) {
    return parser.apply(text.trim());
  }

  /** A value as it stands in configurations. */
  public static String print(Object value) {
    if (value instanceof Duration duration) {
      return ValueText.print(duration);
    }
    if (value instanceof List<?> list) {
      return String.join(",", list.stream().map(PolicyOption::print).toList());
    }
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
    return String.valueOf(value);
  }

  @Override
  public String toString() {
    return name;
  }
}
