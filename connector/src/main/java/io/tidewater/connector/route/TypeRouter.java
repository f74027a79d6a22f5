/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Routes by the topic's name and the type of the record: each type of a topic has a table of its
 * own. Topics that an override matches go to its table, whatever the types of their records.
 */
public final class TypeRouter implements Router {
  private final TopicTemplate template;
  private final List<TopicOverride> overrides;
  private final NameRules rules;
  private final SourceTopics topics;
  private final RouteMemo memo = new RouteMemo();

  /**
   * @param template names a table by topic and type
   */
  public TypeRouter(
      TopicTemplate template, List<TopicOverride> overrides, NameRules rules, SourceTopics topics) {
    this.template = template;
    this.overrides = List.copyOf(overrides);
    this.rules = rules;
    this.topics = topics;
  }

  @Override
  public Route route(SinkRecord record, RecordTypes types) {
    Optional<Route> overridden = overridden(record.topic());
    if (overridden.isPresent()) {
      return overridden.get();
    }
    if (record.value() == null) {
      return Route.nowhere(
          "its value is null and so has no type, by which %s names the table".formatted(template));
    }
    String type = types.nameOf(record);
    if (type.isEmpty()) {
      return Route.nowhere(
          "its value has no type with a name, by which %s names the table".formatted(template));
    }
    // A line end is in no name of a topic.
    return memo.of(
        record.topic() + '\n' + type, key -> template.route(record.topic(), type, rules));
  }

  @Override
  public Optional<Set<TableIdentifier>> tablesOf(String topic) {
    return overridden(topic).map(route -> Set.copyOf(route.tables()));
  }

  @Override
  public boolean isShared(TableIdentifier table) {
    return !(template.tellsTopicsApart() || topics.isSingle())
        || overrides.stream().anyMatch(rule -> rule.mayFeed(table));
  }

  private Optional<Route> overridden(String topic) {
    return overrides.stream().flatMap(rule -> rule.route(topic, rules).stream()).findFirst();
  }
}
