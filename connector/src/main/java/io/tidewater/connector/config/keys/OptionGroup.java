/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Defines the options of one group, in the order of the calls. A default of null means that the
 * option is unset unless the user sets it.
 */
public final class OptionGroup {
  private final ConfigDef definition;
  private final String name;
  private int order;

  public OptionGroup(ConfigDef definition, String name) {
    this.definition = definition;
    this.name = name;
  }

  public OptionGroup text(String key, @Nullable String value, Importance importance, String doc) {
    return define(key, ConfigDef.Type.STRING, value, null, importance, doc);
  }

  /** A text that is shown and logged as hidden. */
  public OptionGroup secret(String key, Importance importance, String doc) {
    return define(key, ConfigDef.Type.PASSWORD, null, null, importance, doc);
  }

  public OptionGroup list(String key, @Nullable String value, Importance importance, String doc) {
    return define(key, ConfigDef.Type.LIST, value, null, importance, doc);
  }

  public OptionGroup flag(String key, @Nullable Boolean value, Importance importance, String doc) {
    return define(key, ConfigDef.Type.BOOLEAN, value, null, importance, doc);
  }

  /** A whole number that must be at least 1. */
  public OptionGroup count(String key, @Nullable Long value, Importance importance, String doc) {
    return define(key, ConfigDef.Type.LONG, value, new AtLeastOne(), importance, doc);
  }

  /** One of the constants of an enum, written in lower case. */
  public <E extends Enum<E>> OptionGroup choice(
      String key, E value, Importance importance, String doc) {
    List<String> names =
        Arrays.stream(value.getDeclaringClass().getEnumConstants())
            .map(OptionGroup::nameOf)
            .toList();
    return define(key, ConfigDef.Type.STRING, nameOf(value), new OneOf(names), importance, doc);
  }

  static String nameOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private OptionGroup define(
      String key,
      ConfigDef.Type type,
      @Nullable Object value,
      ConfigDef.@Nullable Validator validator,
      Importance importance,
      String doc) {
    order++;
    definition.define(
        key, type, value, validator, importance, doc, name, order, Width.LONG, displayName(key));
    return this;
  }

  private static String displayName(String key) {
    return key.substring(key.indexOf('.') + 1).replace('.', ' ').replace('-', ' ');
  }

  /** Kafka's own range does not accept that an optional number is unset. */
  private record AtLeastOne() implements ConfigDef.Validator {
    @Override
    public void ensureValid(String key, @Nullable Object value) {
      if (value instanceof Number number && number.longValue() < 1) {
        throw new ConfigException(key, value, "Must be 1 or more");
      }
    }

    @Override
    public String toString() {
      return "number, 1 or more";
    }
  }

  private record OneOf(List<String> names) implements ConfigDef.Validator {
    @Override
    public void ensureValid(String key, @Nullable Object value) {
      if (value == null || !names.contains(value.toString())) {
        throw new ConfigException(key, value, "Must be one of " + this);
      }
    }

    @Override
    public String toString() {
      return String.join(", ", names);
    }
  }
}
