/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.verify;

import io.tidewater.examples.kafka.KafkaSettings;
import io.tidewater.examples.kafka.TopicReader;
import io.tidewater.examples.offsets.PartitionLog;
import io.tidewater.examples.offsets.PartitionRows;
import io.tidewater.examples.offsets.TopicComparison;
import io.tidewater.examples.progress.ProgressDisplay;
import io.tidewater.examples.table.CatalogSettings;
import io.tidewater.examples.table.Head;
import io.tidewater.examples.table.OffsetColumns;
import io.tidewater.examples.table.RowOffsetReader;
import io.tidewater.examples.table.RowOffsets;
import io.tidewater.examples.table.TableCatalog;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.LongSupplier;

/**
 * Compares topics with tables. Needs both to be reachable; changes neither. Memory grows by about
 * two bits for each offset.
 */
public final class Verifier {
  private static final String DEAD_LETTERS = "__dead_letters";
  private static final OffsetColumns DEAD_LETTER_COLUMNS =
      new OffsetColumns("_kafka_partition", "_kafka_offset", "_kafka_topic");

  private final KafkaSettings kafka;
  private final CatalogSettings catalog;
  private final ProgressDisplay display;
  private final InstantSource clock;
  private final Pause pause;

  public Verifier(
      KafkaSettings kafka,
      CatalogSettings catalog,
      ProgressDisplay display,
      InstantSource clock,
      Pause pause) {
    this.kafka = kafka;
    this.catalog = catalog;
    this.display = display;
    this.clock = clock;
    this.pause = pause;
  }

  /** A verifier that waits in real time and shows no progress. */
  public static Verifier silent(KafkaSettings kafka, CatalogSettings catalog) {
    return new Verifier(
        kafka, catalog, ProgressDisplay.SILENT, InstantSource.system(), Pause.SLEEP);
  }

  /**
   * Compares a topic with a table.
   *
   * @param topic the topic's name
   * @param table the table's name, with its namespace
   * @param scope what of them to compare
   */
  public Verification verify(String topic, String table, Scope scope) {
    TopicReader topicReader = new TopicReader(kafka, scope.isolation(), display);
    SortedMap<Integer, PartitionLog> logs = topicReader.read(topic, scope.limits());
    RowOffsetReader rowReader = new RowOffsetReader(scope.columns(), display);
    Deadline deadline = new Deadline(scope.patience(), clock, pause);
    long records = logs.values().stream().mapToLong(log -> log.records().size()).sum();
    try (TableCatalog open = TableCatalog.open(catalog)) {
      HeadWatch watch = new HeadWatch(open, table, scope.branch(), deadline);
      Optional<Verification> latest = Optional.empty();
      LongSupplier wanted = () -> records - find(open, table, scope).map(Head::rows).orElse(0L);
      for (Optional<Head> head = watch.next(wanted); head.isPresent(); head = watch.next(wanted)) {
        RowOffsets rows = rowReader.read(head.get(), topic);
        TopicComparison comparison =
            TopicComparison.of(
                topicReader.refreshed(topic, logs),
                rows.partitions(),
                deadLetters(open, table, scope, topic));
        latest = Optional.of(new Verification(topic, table, comparison, rows.unplaced()));
        if (comparison.missing() == 0) {
          break;
        }
      }
      return latest.orElseThrow();
    }
  }

  /** Read after the rows: a dead letter is committed before what comes after its record. */
  private Map<Integer, PartitionRows> deadLetters(
      TableCatalog open, String table, Scope scope, String topic) {
    RowOffsetReader reader = new RowOffsetReader(DEAD_LETTER_COLUMNS, display);
    return find(open, table, scope)
        .<Map<Integer, PartitionRows>>map(head -> reader.read(head, topic).partitions())
        .orElse(Map.of());
  }

  private static Optional<Head> find(TableCatalog open, String table, Scope scope) {
    return open.find(table + DEAD_LETTERS, scope.branch());
  }
}
