/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.connect.sink.SinkRecord;

/** Sends a record to the table that one of its fields names, in lower case. */
public final class DynamicRouter implements Router {
  private final FieldPath field;
  private final NameRules rules;
  private final SourceTopics topics;
  private final RouteMemo memo = new RouteMemo();

  public DynamicRouter(FieldPath field, NameRules rules, SourceTopics topics) {
    this.field = field;
    this.rules = rules;
    this.topics = topics;
  }

  @Override
  public Route route(SinkRecord record, RecordTypes types) {
    return field.routeBy(
        record.value(),
        text -> memo.of(text, name -> rules.toTable(name.toLowerCase(Locale.ROOT))));
  }

  @Override
  public Optional<Set<TableIdentifier>> tablesOf(String topic) {
    return Optional.empty();
  }

  @Override
  public boolean isShared(TableIdentifier table) {
    return !topics.isSingle();
  }
}
