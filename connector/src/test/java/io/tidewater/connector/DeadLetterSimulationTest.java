/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.connector.pipeline.PipelineContext;
import io.tidewater.connector.record.TopicFormats;
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
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole tasks on real Iceberg tables with bad records among the good ones, under seeded schedules:
 * two workers that overlap, kills between the commit of dead letters and that of rows, lost
 * answers, tables that refuse commits for a while, rollbacks, expiry. The oracle: each good record
 * is a row once, each bad one a dead letter once.
 */
class DeadLetterSimulationTest {
  private static final TableIdentifier TABLE = TableIdentifier.of("shop", "orders");
  private static final TableIdentifier LETTERS = TableIdentifier.of("shop", "orders__dead_letters");
  private static final int SCHEDULES = 15;
  private static final Map<String, String> CONFIGURATION =
      Map.of(
          "name", "orders",
          "topics", ModelCluster.TOPIC,
          "iceberg.catalog.type", "rest",
          "iceberg.kafka.bootstrap.servers", "unused:9092",
          "iceberg.control.commit.interval-ms", "100",
          "tidewater.commit.records", "12",
          "tidewater.dead-letters", "table",
          "tidewater.dead-letters.limit.percent", "100",
          "task.id", "orders-0");

  private final AtomicLong clock = new AtomicLong();
  private long lastId;

  @ParameterizedTest
  @ValueSource(longs = {0, 1_000, 2_000, 3_000})
  void everyRecordOnceAsRowOrDeadLetter(long firstSeed) throws IOException {
    for (long seed = firstSeed; seed < firstSeed + SCHEDULES; seed++) {
      ModelCluster cluster = new ModelCluster(1 + new Random(seed).nextInt(3));
      FlakyCatalog catalog = run(seed, cluster, false);
      assertThat(offsets(catalog, TABLE)).as("rows, seed %d", seed).isEqualTo(of(cluster, false));
      assertThat(offsets(catalog, LETTERS))
          .as("dead letters, seed %d", seed)
          .isEqualTo(of(cluster, true));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1_000, 2_000, 3_000})
  void losesNothingWhenRecordsAreJudgedAnew(long firstSeed) throws IOException {
    for (long seed = firstSeed; seed < firstSeed + SCHEDULES; seed++) {
      ModelCluster cluster = new ModelCluster(1 + new Random(seed).nextInt(3));
      FlakyCatalog catalog = run(seed, cluster, true);
      Map<SourcePartition, List<Long>> rows = offsets(catalog, TABLE);
      Map<SourcePartition, List<Long>> letters = offsets(catalog, LETTERS);
      for (SourcePartition source : cluster.sources()) {
        List<Long> inRows = rows.getOrDefault(source, List.of());
        List<Long> inLetters = letters.getOrDefault(source, List.of());
        assertThat(inRows).as("rows, seed %d", seed).doesNotHaveDuplicates();
        assertThat(inLetters).as("dead letters, seed %d", seed).doesNotHaveDuplicates();
        Set<Long> together = new HashSet<>(inRows);
        together.addAll(inLetters);
        assertThat(together).as("seed %d", seed).isEqualTo(cluster.records(source));
      }
    }
  }

  private FlakyCatalog run(long seed, ModelCluster cluster, boolean judgedAnew) throws IOException {
    Random random = new Random(seed);
    cluster.spoil(10 + random.nextInt(60));
    FlakyCatalog catalog = new FlakyCatalog(random);
    Map<TopicPartition, Long> committed = new HashMap<>();
    List<ModelWorker> workers = new ArrayList<>();
    for (int worker = 0; worker < 2; worker++) {
      workers.add(worker(cluster, catalog, committed, random));
    }
    catalog.setFlaky(true);
    for (int step = 0; step < 70; step++) {
      clock.addAndGet(random.nextInt(60));
      ModelWorker worker = workers.get(random.nextInt(2));
      switch (random.nextInt(16)) {
        case 0 -> worker.rebalance(someOf(cluster.sources(), random));
        // Killed: nothing is closed, and a new process takes its place.
        case 1, 2 -> workers.set(random.nextInt(2), worker(cluster, catalog, committed, random));
        case 3 -> rollBackOrExpire(catalog, random);
        case 4, 5, 6 -> cluster.produce(random);
        case 7 -> {
          if (judgedAnew) {
            cluster.judgeAnew(random);
          }
        }
        default -> worker.iterate();
      }
    }
    catalog.setFlaky(false);
    finish(cluster, catalog, worker(cluster, catalog, committed, random), random);
    return catalog;
  }

  /** One worker alone brings the tables up to date, with time for every back-off and interval. */
  private void finish(ModelCluster cluster, FlakyCatalog catalog, ModelWorker worker, Random random)
      throws IOException {
    worker.rebalance(cluster.sources());
    cluster.spoil(0);
    cluster.produce(random);
    int records = cluster.sources().stream().mapToInt(s -> cluster.records(s).size()).sum();
    for (int turn = 0; turn < 400; turn++) {
      clock.addAndGet(2_000);
      worker.iterate();
      if (turn % 20 == 19 && count(catalog, TABLE) + count(catalog, LETTERS) >= records) {
        break;
      }
    }
    for (int turn = 0; turn < 60; turn++) {
      clock.addAndGet(2_000);
      worker.iterate();
    }
  }

  private static int count(FlakyCatalog catalog, TableIdentifier table) throws IOException {
    return offsets(catalog, table).values().stream().mapToInt(List::size).sum();
  }

  private ModelWorker worker(
      ModelCluster cluster,
      FlakyCatalog catalog,
      Map<TopicPartition, Long> committed,
      Random random) {
    PipelineContext.Time time = new PipelineContext.Time(clock::get, () -> new UUID(0, ++lastId));
    TidewaterSinkTask task =
        new TidewaterSinkTask(
            (options, context) ->
                TaskParts.of(
                    options,
                    context,
                    new TaskParts.Surroundings(
                        cluster,
                        new Tables(catalog),
                        TopicFormats.CONVERTED,
                        Runnable::run,
                        time,
                        attempts -> {},
                        List.of())));
    return new ModelWorker(task, cluster, committed, CONFIGURATION, random);
  }

  private static Set<SourcePartition> someOf(Set<SourcePartition> sources, Random random) {
    Set<SourcePartition> some = new HashSet<>(sources);
    some.removeIf(source -> random.nextInt(3) == 0);
    return some;
  }

  /** Dead letters are not rolled back: what was kept aside was not to be read again. */
  private static void rollBackOrExpire(FlakyCatalog catalog, Random random) {
    TableIdentifier chosen = random.nextInt(3) == 0 ? LETTERS : TABLE;
    if (!catalog.tableExists(chosen)) {
      return;
    }
    catalog.setFlaky(false);
    Table table = catalog.loadTable(chosen);
    Snapshot head = table.currentSnapshot();
    if (head != null && chosen.equals(TABLE) && random.nextBoolean()) {
      if (head.parentId() != null && table.snapshot(head.parentId()) != null) {
        table.manageSnapshots().rollbackTo(head.parentId()).commit();
      }
    } else if (head != null) {
      table.newAppend().commit();
      table.expireSnapshots().expireOlderThan(Long.MAX_VALUE).retainLast(1).commit();
    }
    catalog.setFlaky(true);
  }

  private static Map<SourcePartition, List<Long>> of(ModelCluster cluster, boolean bad) {
    Map<SourcePartition, List<Long>> expected = new TreeMap<>();
    for (SourcePartition source : cluster.sources()) {
      List<Long> offsets =
          cluster.records(source).stream()
              .filter(offset -> cluster.isBad(source, offset) == bad)
              .toList();
      if (!offsets.isEmpty()) {
        expected.put(source, offsets);
      }
    }
    return expected;
  }

  private static Map<SourcePartition, List<Long>> offsets(
      FlakyCatalog catalog, TableIdentifier table) throws IOException {
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
}
