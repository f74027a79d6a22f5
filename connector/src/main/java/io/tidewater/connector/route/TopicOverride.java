/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * An exception from the topic template: topics that a regex matches in full go to the table that
 * this override names, in which {@code ${1}} or {@code ${name}} stand for the regex's groups.
 */
public final class TopicOverride {
  private static final Pattern GROUP_NAME = Pattern.compile("\\(\\?<([A-Za-z][A-Za-z0-9]*)>");

  private final Pattern regex;
  private final NameTemplate table;

  private TopicOverride(Pattern regex, NameTemplate table) {
    this.regex = regex;
    this.table = table;
  }

  /**
   * Parses an override.
   *
   * @throws IllegalArgumentException if the table refers to a group that the regex does not have
   */
  public static TopicOverride of(Pattern regex, String table) {
    Set<String> groups = new LinkedHashSet<>();
    for (int group = 0; group <= regex.matcher("").groupCount(); group++) {
      groups.add(Integer.toString(group));
    }
    GROUP_NAME.matcher(regex.pattern()).results().forEach(name -> groups.add(name.group(1)));
    return new TopicOverride(regex, NameTemplate.parse(table.trim(), groups));
  }

  /** The route of a topic, or nothing if this override does not concern it. */
  Optional<Route> route(String topic, NameRules rules) {
    Matcher matcher = regex.matcher(topic);
    return matcher.matches()
        ? Optional.of(
            rules.toTable(table.expand(variable -> rules.fold(valueOf(matcher, variable)))))
        : Optional.empty();
  }

  /** Whether the override may send some topic to this table. */
  boolean mayFeed(TableIdentifier identifier) {
    return table.mayGive(identifier.toString()) || table.mayGive(identifier.name());
  }

  private static String valueOf(Matcher matcher, String variable) {
    String value =
        Character.isDigit(variable.charAt(0))
            ? matcher.group(Integer.parseInt(variable))
            : matcher.group(variable);
    return value == null ? "" : value;
  }

  @Override
  public String toString() {
    return regex + " -> " + table;
  }
}
