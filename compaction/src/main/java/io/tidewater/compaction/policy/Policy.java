/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.policy;

import java.util.HashMap;
import java.util.Map;

/**
 * The values that are in force for one table. Immutable.
 *
 * <p>What a table's own properties say wins over what the service's configuration says of its
 * namespace, that over what it says of all tables, that over Iceberg's own table properties, and
 * that over the defaults.
 */
public final class Policy {
  /** All defaults. */
  public static final Policy DEFAULTS = new Policy(Map.of(), Map.of());

  private final Map<String, Setting> settings;
  private final Map<String, String> icebergProperties;

  private Policy(Map<String, Setting> settings, Map<String, String> icebergProperties) {
    this.settings = Map.copyOf(settings);
    this.icebergProperties = Map.copyOf(icebergProperties);
  }

  /**
   * A value that somebody set.
   *
   * @param origin where, for people
   */
  public record Setting(String value, String origin) {}

  /** This policy, with settings that win over those that it has. */
  public Policy with(Map<String, String> values, String origin) {
    Map<String, Setting> all = new HashMap<>(settings);
    values.forEach((name, value) -> all.put(name, new Setting(value, origin)));
    return new Policy(all, icebergProperties);
  }

  /** This policy, as the properties of a table change it. */
  public Policy forTable(Map<String, String> tableProperties) {
    Map<String, Setting> all = new HashMap<>(settings);
    tableProperties.forEach(
        (property, value) -> {
          if (property.startsWith(PolicyOption.TABLE_PREFIX)) {
            String name = property.substring(PolicyOption.TABLE_PREFIX.length());
            all.put(name, new Setting(value, "table property " + property));
          }
        });
    return new Policy(all, tableProperties);
  }

  /**
   * The value of an option.
   *
   * @throws IllegalArgumentException somebody set what is no value of it; the message names the
   *     option, the place, and what was expected
   */
  public <T> T get(PolicyOption<T> option) {
    Setting setting = settings.get(option.name());
    if (setting != null) {
      return parse(option, setting.value(), setting.origin());
    }
    String iceberg = option.icebergProperty().map(icebergProperties::get).orElse(null);
    if (iceberg != null) {
      return parse(option, iceberg, "table property " + option.icebergProperty().orElseThrow());
    }
    return option.defaultValue();
  }

  /** Where the value of an option comes from, for people. */
  public String origin(PolicyOption<?> option) {
    Setting setting = settings.get(option.name());
    if (setting != null) {
      return setting.origin();
    }
    return option
        .icebergProperty()
        .filter(icebergProperties::containsKey)
        .map(property -> "table property " + property)
        .orElse("default");
  }

  /** The names that somebody set, to be checked against the options that there are. */
  public Map<String, Setting> settings() {
    return settings;
  }

  private static <T> T parse(PolicyOption<T> option, String value, String origin) {
    try {
      return option.parse(value);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IllegalArgumentException(option.name() + " (" + origin + "): " + e.getMessage(), e);
    }
  }
}
