/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.connect.sink.SinkRecord;

/** Decides which tables a record belongs to. Safe for use by several threads. */
public sealed interface Router
    permits TopicRouter, TypeRouter, FixedRouter, PatternRouter, DynamicRouter, RenamedTopicRouter {

  /**
   * The route of a record, by its topic as the transforms left it, by its value or by its type.
   *
   * @param types asked only if the type matters; what it throws is passed on
   */
  Route route(SinkRecord record, RecordTypes types);

  /**
   * The tables that records of a topic, named as in Kafka, can reach; empty if only the records can
   * tell. A known set may be empty: then no record of the topic is routed.
   */
  Optional<Set<TableIdentifier>> tablesOf(String topic);

  /** Whether several topics may feed the table by design, so that its rows should name theirs. */
  boolean isShared(TableIdentifier table);

  /** The topics among the given that would meet in one table though nobody asked for it. */
  default List<Clash> clashes(Collection<String> topics) {
    return List.of();
  }
}
