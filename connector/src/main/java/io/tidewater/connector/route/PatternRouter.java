/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.connect.sink.SinkRecord;

/** Sends a record to every table whose regex matches a field of the record in full. */
public final class PatternRouter implements Router {
  private final FieldPath field;
  private final Map<TableIdentifier, Pattern> patterns;
  private final SourceTopics topics;
  private final RouteMemo memo = new RouteMemo();

  public PatternRouter(
      FieldPath field, Map<TableIdentifier, Pattern> patterns, SourceTopics topics) {
    this.field = field;
    this.patterns = Collections.unmodifiableMap(new LinkedHashMap<>(patterns));
    this.topics = topics;
  }

  @Override
  public Route route(SinkRecord record, RecordTypes types) {
    return field.routeBy(record.value(), text -> memo.of(text, this::matching));
  }

  @Override
  public Optional<Set<TableIdentifier>> tablesOf(String topic) {
    return Optional.of(patterns.keySet());
  }

  @Override
  public boolean isShared(TableIdentifier table) {
    return !topics.isSingle();
  }

  private Route matching(String text) {
    List<TableIdentifier> tables =
        patterns.entrySet().stream()
            .filter(table -> table.getValue().matcher(text).matches())
            .map(Map.Entry::getKey)
            .toList();
    return tables.isEmpty()
        ? Route.nowhere("no table's route-regex matches '%s' in field '%s'".formatted(text, field))
        : new Route.ToTables(tables);
  }
}
