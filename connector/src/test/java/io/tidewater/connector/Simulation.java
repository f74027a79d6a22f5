/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import io.tidewater.connector.config.SinkOptions;
import io.tidewater.connector.pipeline.PipelineContext;
import io.tidewater.connector.record.TopicFormats;
import io.tidewater.connector.redrive.RedriveRequest;
import io.tidewater.connector.redrive.RedriveRequest.Mode;
import io.tidewater.connector.redrive.RedriveResult;
import io.tidewater.connector.redrive.Selection;
import io.tidewater.connector.table.Tables;
import io.tidewater.format.ledger.SourcePartition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One seeded schedule of whole tasks on real Iceberg tables: two workers that overlap, kills, lost
 * answers, tables that refuse commits for a while, rollbacks, expiry. Then one worker alone brings
 * everything up to date.
 */
final class Simulation {
  static final TableIdentifier TABLE = TableIdentifier.of("shop", "orders");
  static final TableIdentifier LETTERS = TableIdentifier.of("shop", "orders__dead_letters");

  private final Map<String, String> configuration =
      new HashMap<>(
          Map.of(
              "name", "orders",
              "topics", ModelCluster.TOPIC,
              "iceberg.catalog.type", "rest",
              "iceberg.kafka.bootstrap.servers", "unused:9092",
              "iceberg.control.commit.interval-ms", "100",
              "tidewater.commit.records", "12",
              "tidewater.dead-letters", "table",
              "tidewater.dead-letters.limit.percent", "100",
              "task.id", "orders-0"));
  private final AtomicLong clock = new AtomicLong();
  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private final Random random;
  private final ModelCluster cluster;
  private final FlakyCatalog catalog;
  private LongFunction<@Nullable Object> values = offset -> Map.of("id", offset);
  private long lastId;

  Simulation(long seed, Map<String, String> options) {
    random = new Random(seed);
    configuration.putAll(options);
    cluster = new ModelCluster(1 + random.nextInt(3));
    catalog = new FlakyCatalog(random);
  }

  ModelCluster cluster() {
    return cluster;
  }

  /** From now on new workers read such values of records, by their offsets. */
  void values(LongFunction<@Nullable Object> newValues) {
    values = newValues;
  }

  /** From now on new workers have such an option. */
  void configure(String option, String value) {
    configuration.put(option, value);
  }

  Random random() {
    return random;
  }

  /** Runs the schedule; the event happens from time to time. */
  void run(Runnable event) {
    List<ModelWorker> workers = new ArrayList<>(List.of(worker(), worker()));
    catalog.setFlaky(true);
    for (int step = 0; step < 70; step++) {
      clock.addAndGet(random.nextInt(60));
      ModelWorker worker = workers.get(random.nextInt(2));
      switch (random.nextInt(16)) {
        case 0 -> worker.rebalance(someOf(cluster.sources()));
        // Killed: nothing is closed, and a new process takes its place.
        case 1, 2 -> workers.set(random.nextInt(2), worker());
        case 3 -> rollBackOrExpire();
        case 4, 5, 6 -> cluster.produce(random);
        case 7 -> event.run();
        default -> worker.iterate();
      }
    }
    catalog.setFlaky(false);
    finish();
  }

  FlakyCatalog catalog() {
    return catalog;
  }

  /** Puts dead letters back. */
  RedriveResult redrive() {
    DeadLetterRedrive redrive =
        new DeadLetterRedrive(
            SinkOptions.parse(configuration), new Tables(catalog), () -> new UUID(0, ++lastId));
    return redrive.run(
        new RedriveRequest(TABLE, Selection.ALL, Long.MAX_VALUE, Mode.APPLY), looked -> {});
  }

  /** The offsets of a table's rows, sorted, with those that are there more than once. */
  Map<SourcePartition, List<Long>> offsets(TableIdentifier table) throws IOException {
    Map<SourcePartition, List<Long>> found = new TreeMap<>();
    if (!catalog.tableExists(table)) {
      return found;
    }
    try (CloseableIterable<Record> rows =
        IcebergGenerics.read(catalog.loadTable(table))
            .select("_kafka_partition", "_kafka_offset")
            .build()) {
      for (Record row : rows) {
        found
            .computeIfAbsent(
                new SourcePartition(ModelCluster.TOPIC, (int) row.getField("_kafka_partition")),
                s -> new ArrayList<>())
            .add((Long) row.getField("_kafka_offset"));
      }
    }
    found.values().forEach(offsets -> offsets.sort(null));
    return found;
  }

  private void finish() {
    cluster.spoil(0);
    // At least one good record, without which there is no table.
    cluster.produce(random);
    catchUp();
  }

  /** One worker alone, with time for every back-off and interval. */
  void catchUp() {
    ModelWorker worker = worker();
    worker.rebalance(cluster.sources());
    turn(worker, 250);
  }

  /** Lets a worker turn so many times, with time for every interval. */
  void turn(ModelWorker worker, int turns) {
    for (int turn = 0; turn < turns; turn++) {
      clock.addAndGet(2_000);
      worker.iterate();
    }
  }

  /** The rows of a table. */
  List<Record> rows(TableIdentifier table) throws IOException {
    try (CloseableIterable<Record> rows = IcebergGenerics.read(catalog.loadTable(table)).build()) {
      List<Record> found = new ArrayList<>();
      rows.forEach(row -> found.add(row.copy()));
      return found;
    }
  }

  /** A new worker without partitions. */
  ModelWorker worker() {
    PipelineContext.Time time = new PipelineContext.Time(clock::get, () -> new UUID(0, ++lastId));
    TidewaterSinkTask task =
        new TidewaterSinkTask(
            (options, context) ->
                TaskParts.of(
                    options,
                    context,
                    new Surroundings(
                        cluster,
                        new Tables(catalog),
                        TopicFormats.CONVERTED,
                        Runnable::run,
                        time,
                        attempts -> {},
                        List.of())));
    return new ModelWorker(task, cluster, committed, configuration, random, values);
  }

  private Set<SourcePartition> someOf(Set<SourcePartition> sources) {
    Set<SourcePartition> some = new HashSet<>(sources);
    some.removeIf(source -> random.nextInt(3) == 0);
    return some;
  }

  /** Where rows do not tell the ledger, a table that is rolled back out of its sight stops. */
  private static boolean canBeHeadAgain(Table table, @Nullable Snapshot snapshot) {
    String property = table.properties().getOrDefault("tidewater.ledger.main", "");
    return snapshot != null
        && (property.contains("\"told-by-rows\":true")
            || snapshot.summary().containsKey("tidewater.ledger"));
  }

  /** Dead letters are not rolled back: the records around them would not be read again. */
  private void rollBackOrExpire() {
    TableIdentifier chosen = random.nextInt(3) == 0 ? LETTERS : TABLE;
    if (!catalog.tableExists(chosen)) {
      return;
    }
    catalog.setFlaky(false);
    Table table = catalog.loadTable(chosen);
    Snapshot head = table.currentSnapshot();
    if (head != null && chosen.equals(TABLE) && random.nextBoolean()) {
      if (head.parentId() != null && canBeHeadAgain(table, table.snapshot(head.parentId()))) {
        table.manageSnapshots().rollbackTo(head.parentId()).commit();
      }
    } else if (head != null) {
      table.newAppend().commit();
      table.expireSnapshots().expireOlderThan(Long.MAX_VALUE).retainLast(1).commit();
    }
    catalog.setFlaky(true);
  }
}
