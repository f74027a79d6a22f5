/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.connect.sink.SinkRecord;

/** Sends every record to every table of a list. */
public final class FixedRouter implements Router {
  private final Route route;
  private final SourceTopics topics;

  public FixedRouter(List<TableIdentifier> tables, SourceTopics topics) {
    this.route = new Route.ToTables(tables);
    this.topics = topics;
  }

  @Override
  public Route route(SinkRecord record, RecordTypes types) {
    return route;
  }

  @Override
  public Optional<Set<TableIdentifier>> tablesOf(String topic) {
    return Optional.of(Set.copyOf(route.tables()));
  }

  @Override
  public boolean isShared(TableIdentifier table) {
    return !topics.isSingle();
  }
}
