/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.ApacheOption;
import io.tidewater.connector.config.keys.ApacheOptions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

/** Prints the definitions of all options as a page of Markdown. */
final class ConfigurationPage {
  private static final String INTRODUCTION =
      """
      # Configuration of the sink

      Generated from the definitions of the options; `ConfigurationPageTest` says how to do it again.

      Options that the Apache Iceberg sink has keep its names and meanings, so that its users change
      `connector.class` and little else; the table at the end says what becomes of each. Connect's
      own options (`topics`, converters, transforms, `errors.*`, `consumer.override.*`) work as with
      any sink. A key that is none of these is refused, with the nearest known key named, and
      `PUT /connector-plugins/{class}/config/validate` tries the catalog as well.

      **Which tables?** Topics name them, by `tidewater.table.template`, unless `iceberg.tables` lists
      them or `iceberg.tables.dynamic-enabled` lets a field of the record name them. Where topics name
      them, missing tables are created and schemas evolve unless switched off; in the two other ways
      that must be switched on, as in the Apache sink.
      """;

  private final StringBuilder page = new StringBuilder(INTRODUCTION);

  static String print() {
    ConfigurationPage printed = new ConfigurationPage();
    SinkOptions.definition().groups().forEach(printed::group);
    printed.apacheOptions();
    return printed.page.toString();
  }

  private void group(String group) {
    page.append("\n## ").append(group).append("\n\n");
    row("Option", "Type", "Default", "Importance", "Meaning");
    row("---", "---", "---", "---", "---");
    SinkOptions.definition().configKeys().values().stream()
        .filter(key -> group.equals(key.group))
        .sorted(Comparator.comparingInt(key -> key.orderInGroup))
        .forEach(this::option);
    SinkOptions.families().stream()
        .filter(family -> family.group().equals(group))
        .forEach(family -> row(code(family.key()), "", "", "", prose(family.meaning())));
  }

  private void option(ConfigKey key) {
    row(
        code(key.name),
        key.validator == null ? typeOf(key) : key.validator.toString(),
        defaultOf(key),
        key.importance.toString().toLowerCase(Locale.ROOT),
        prose(key.documentation));
  }

  private void apacheOptions() {
    page.append("\n## Options of the Apache Iceberg sink\n\n");
    row("Option", "Here", "Note");
    row("---", "---", "---");
    for (ApacheOption option : ApacheOptions.ALL) {
      String treatment = option.treatment().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      row(code(option.key()), treatment, prose(option.note()));
    }
  }

  private void row(String... cells) {
    page.append("| ");
    page.append(String.join(" | ", cells));
    page.append(" |\n");
  }

  private static String typeOf(ConfigKey key) {
    return key.type.toString().toLowerCase(Locale.ROOT);
  }

  private static String defaultOf(ConfigKey key) {
    if (key.defaultValue == null) {
      return "";
    }
    return key.defaultValue instanceof List<?> list
        ? code(String.join(", ", list.stream().map(Object::toString).toList()))
        : code(ConfigDef.convertToString(key.defaultValue, key.type));
  }

  /** A placeholder such as &lt;n&gt; would vanish as an HTML element. */
  private static String prose(String text) {
    return text.replace("<", "\\<");
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
