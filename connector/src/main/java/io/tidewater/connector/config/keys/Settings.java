/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config.keys;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * One connector's configuration while it is read. Values that cannot be parsed are recorded as
 * problems and read as unset, so that reading goes on to the next mistake.
 */
public final class Settings {
  private final Map<String, String> configuration;
  private final Map<String, ConfigValue> values = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /** Reads the options that a definition knows; unknown keys are left to {@link KnownKeys}. */
  public Settings(ConfigDef definition, Map<String, String> configuration) {
    this.configuration = new TreeMap<>(configuration);
    for (ConfigValue value : definition.validate(configuration)) {
      values.put(value.name(), value);
      value.errorMessages().forEach(message -> report(value.name(), message));
    }
  }

  /** The raw text of any key, defined or not. */
  public Optional<String> raw(String key) {
    return Optional.ofNullable(configuration.get(key)).filter(text -> !text.isBlank());
  }

  /** Every key that the user set. */
  public SortedMap<String, String> all() {
    return new TreeMap<>(configuration);
  }

  /** The user's keys that begin with a prefix, without it. */
  public SortedMap<String, String> withPrefix(String prefix) {
    SortedMap<String, String> found = new TreeMap<>();
    configuration.forEach(
        (key, value) -> {
          if (key.startsWith(prefix) && key.length() > prefix.length()) {
            found.put(key.substring(prefix.length()), value);
          }
        });
    return found;
  }

  public Optional<String> text(String key) {
    Object value = value(key);
    String text = value instanceof Password secret ? secret.value() : (String) value;
    return Optional.ofNullable(text).map(String::trim).filter(trimmed -> !trimmed.isEmpty());
  }

  public Optional<Boolean> flag(String key) {
    return Optional.ofNullable((Boolean) value(key));
  }

  public OptionalLong number(String key) {
    Object value = value(key);
    return value instanceof Number number
        ? OptionalLong.of(number.longValue())
        : OptionalLong.empty();
  }

  public List<String> list(String key) {
    return value(key) instanceof List<?> list
        ? list.stream().map(item -> item.toString().trim()).filter(s -> !s.isEmpty()).toList()
        : List.of();
  }

  /** The enum constant that the user chose, or the fallback where the choice was invalid. */
  public <E extends Enum<E>> E choice(String key, E fallback) {
    return text(key).flatMap(name -> constant(fallback.getDeclaringClass(), name)).orElse(fallback);
  }

  /** The enum constant of a name as users write it; any other name is a problem of the key. */
  public <E extends Enum<E>> Optional<E> constant(String key, String name, Class<E> type) {
    Optional<E> found = constant(type, name.trim());
    if (found.isEmpty()) {
      List<String> names = Arrays.stream(type.getEnumConstants()).map(OptionGroup::nameOf).toList();
      report(key, "'%s' is none of %s".formatted(name, String.join(", ", names)));
    }
    return found;
  }

  /** Parses a text; what the parser objects to becomes a problem of the key. */
  public <T> Optional<T> parse(String key, String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException e) {
      report(key, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Records what is wrong with a key. */
  public void report(String key, String message) {
    problems.add(new Problem(key, message));
  }

  /** What was found to be wrong so far, in the order of finding. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  private @Nullable Object value(String key) {
    ConfigValue value = values.get(key);
    if (value == null) {
      throw new IllegalStateException("Option " + key + " is not defined");
    }
    return value.value();
  }

  /** The constant of an enum by its name in lower case. */
  public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> OptionGroup.nameOf(constant).equals(name))
        .findFirst();
  }
}
