/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.rewind;

import io.tidewater.connector.config.DeadLetterOptions;
import io.tidewater.connector.config.SinkOptions;
import io.tidewater.connector.config.TableOptions;
import io.tidewater.connector.route.Router;
import io.tidewater.connector.source.SourceCluster;
import io.tidewater.connector.table.Tables;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.LedgerReading;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.TableLedger;
import io.tidewater.format.ledger.TopicId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.connect.errors.ConnectException;

/** Carries out what an operator asks of the offsets of a stopped connector. */
public final class OffsetAlteration {
  private final Tables tables;
  private final TableOptions options;
  private final DeadLetterOptions deadLetters;
  private final Router router;
  private final SourceCluster cluster;
  private final Supplier<UUID> ids;

  public OffsetAlteration(
      Tables tables, SinkOptions options, SourceCluster cluster, Supplier<UUID> ids) {
    this.tables = tables;
    this.options = options.tables();
    this.deadLetters = options.deadLetters();
    this.router = options.routing().router();
    this.cluster = cluster;
    this.ids = ids;
  }

  /**
   * Moves the tables that partitions feed.
   *
   * @param wanted for each partition the offset to go on at; empty for the beginning
   * @throws ConnectException nothing was moved, or only some of the tables, and why; asking again
   *     goes on where it stopped
   */
  public void apply(Map<SourcePartition, OptionalLong> wanted) {
    Map<TableIdentifier, Map<SourcePartition, OptionalLong>> perTable = new LinkedHashMap<>();
    Set<String> topics = new LinkedHashSet<>();
    wanted.forEach(
        (source, offset) -> {
          topics.add(source.topic());
          for (TableIdentifier table : tablesOf(source.topic())) {
            perTable.computeIfAbsent(table, t -> new TreeMap<>()).put(source, offset);
          }
        });
    Map<String, TopicId> topicIds = cluster.topicIds(topics);
    perTable.forEach((table, partitions) -> move(table, partitions, topicIds));
  }

  private Set<TableIdentifier> tablesOf(String topic) {
    return router
        .tablesOf(topic)
        .orElseThrow(
            () ->
                new ConnectException(
                    "which tables topic "
                        + topic
                        + " feeds is only known from its records, so"
                        + " their offsets cannot be altered here; roll the tables back instead"));
  }

  /** Dead letters of records that come again go, as rows do; nobody skips them forward. */
  private void moveBack(
      TableIdentifier letters,
      TableIdentifier identifier,
      Map<SourcePartition, OptionalLong> partitions,
      Map<String, TopicId> topicIds) {
    Optional<Table> table = tables.load(letters);
    if (table.isEmpty()) {
      return;
    }
    String branch = options.of(identifier).branch();
    LedgerReading reading = new TableLedger(table.get(), branch, Optional.empty()).read();
    Ledger ledger = reading instanceof LedgerReading.Known known ? known.ledger() : Ledger.EMPTY;
    Map<SourcePartition, OptionalLong> back = new TreeMap<>();
    partitions.forEach(
        (source, offset) -> {
          OptionalLong next = ledger.next(source);
          if (next.isPresent() && offset.orElse(0) < next.getAsLong()) {
            back.put(source, offset);
          }
        });
    new TableRewind(table.get(), branch, Optional.empty(), ids).moveTo(back, topicIds);
  }

  private void move(
      TableIdentifier identifier,
      Map<SourcePartition, OptionalLong> partitions,
      Map<String, TopicId> topicIds) {
    // First: if it stops here the records are in the table still, and can be moved again.
    moveBack(deadLetters.tableOf(identifier), identifier, partitions, topicIds);
    Optional<Table> table = tables.load(identifier);
    if (table.isPresent()) {
      Optional<String> soleTopic =
          router.isShared(identifier)
              ? Optional.empty()
              : Optional.of(partitions.keySet().iterator().next().topic());
      new TableRewind(table.get(), options.of(identifier).branch(), soleTopic, ids)
          .moveTo(partitions, topicIds);
    } else if (partitions.values().stream().anyMatch(offset -> offset.orElse(0) > 0)) {
      throw new ConnectException(
          "table "
              + identifier
              + " does not exist yet, so it cannot note where to begin; to begin"
              + " at the offsets of the consumer group set tidewater.start=group");
    }
  }
}
