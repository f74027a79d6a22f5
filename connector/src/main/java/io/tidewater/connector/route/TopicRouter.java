/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.connect.sink.SinkRecord;

/** Routes by the topic's name: the first override that matches, else the template. */
public final class TopicRouter implements Router {
  private final TopicTemplate template;
  private final List<TopicOverride> overrides;
  private final NameRules rules;
  private final RouteMemo memo = new RouteMemo();

  public TopicRouter(TopicTemplate template, List<TopicOverride> overrides, NameRules rules) {
    this.template = template;
    this.overrides = List.copyOf(overrides);
    this.rules = rules;
  }

  @Override
  public Route route(SinkRecord record, RecordTypes types) {
    return routeOf(record.topic());
  }

  @Override
  public Optional<Set<TableIdentifier>> tablesOf(String topic) {
    return Optional.of(Set.copyOf(routeOf(topic).tables()));
  }

  @Override
  public boolean isShared(TableIdentifier table) {
    return template.isConstant() || overrides.stream().anyMatch(rule -> rule.mayFeed(table));
  }

  @Override
  public List<Clash> clashes(Collection<String> topics) {
    if (template.isConstant()) {
      return List.of();
    }
    Map<TableIdentifier, SortedSet<String>> sharing = new LinkedHashMap<>();
    for (String topic : new TreeSet<>(topics)) {
      if (overridden(topic).isEmpty()) {
        for (TableIdentifier table : routeOf(topic).tables()) {
          sharing.computeIfAbsent(table, added -> new TreeSet<>()).add(topic);
        }
      }
    }
    return sharing.entrySet().stream()
        .filter(table -> table.getValue().size() > 1)
        .map(table -> new Clash(table.getKey(), table.getValue()))
        .toList();
  }

  /** The topics among the given that reach no table, each with the reason. */
  public SortedMap<String, String> unrouted(Collection<String> topics) {
    SortedMap<String, String> reasons = new TreeMap<>();
    for (String topic : topics) {
      if (routeOf(topic) instanceof Route.Unrouted unrouted) {
        reasons.put(topic, unrouted.reason());
      }
    }
    return reasons;
  }

  private Route routeOf(String topic) {
    return memo.of(topic, name -> overridden(name).orElseGet(() -> template.route(name, rules)));
  }

  private Optional<Route> overridden(String topic) {
    return overrides.stream().flatMap(rule -> rule.route(topic, rules).stream()).findFirst();
  }
}
