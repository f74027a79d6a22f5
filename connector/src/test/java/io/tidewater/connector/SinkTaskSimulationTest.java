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
 * Whole tasks on real Iceberg tables, under seeded schedules of rebalances, zombies, kills, lost
 * answers, rollbacks, expiry and schemas that grow. The oracle: each record of the topic is in the
 * table exactly once, with all of its fields.
 */
class SinkTaskSimulationTest {
  private static final TableIdentifier TABLE = TableIdentifier.of("shop", "orders");
  private static final int SCHEDULES = 10;
  private static final Map<String, String> CONFIGURATION =
      Map.of(
          "name", "orders",
          "topics", ModelCluster.TOPIC,
          "iceberg.catalog.type", "rest",
          "iceberg.kafka.bootstrap.servers", "unused:9092",
          "iceberg.control.commit.interval-ms", "100",
          "tidewater.commit.records", "12",
          "task.id", "orders-0");

  private final AtomicLong clock = new AtomicLong();
  private long lastId;

  @ParameterizedTest
  @ValueSource(longs = {0, 1_000, 2_000, 3_000})
  void everyRecordOnce(long firstSeed) throws IOException {
    for (long seed = firstSeed; seed < firstSeed + SCHEDULES; seed++) {
      run(seed);
    }
  }

  private void run(long seed) throws IOException {
    Random random = new Random(seed);
    GrowingValues values = new GrowingValues(random);
    ModelCluster cluster = new ModelCluster(1 + random.nextInt(3));
    FlakyCatalog catalog = new FlakyCatalog(random);
    Map<TopicPartition, Long> committed = new HashMap<>();
    List<ModelWorker> workers = new ArrayList<>();
    for (int worker = 0; worker < 2; worker++) {
      workers.add(worker(cluster, catalog, committed, random, values));
    }
    catalog.setFlaky(true);
    for (int step = 0; step < 60; step++) {
      clock.addAndGet(random.nextInt(60));
      ModelWorker worker = workers.get(random.nextInt(2));
      switch (random.nextInt(16)) {
        case 0 -> worker.rebalance(someOf(cluster.sources(), random));
        // Killed: nothing is closed, and a new process takes its place.
        case 1 ->
            workers.set(random.nextInt(2), worker(cluster, catalog, committed, random, values));
        case 2 -> rollBackOrExpire(catalog, random);
        case 3 -> committed.clear();
        case 4, 5, 6 -> cluster.produce(random);
        default -> worker.iterate();
      }
    }
    catalog.setFlaky(false);
    finish(cluster, catalog, worker(cluster, catalog, committed, random, values), values);
    assertThat(offsets(catalog, values)).as("seed %d", seed).isEqualTo(expected(cluster));
  }

  /** One worker alone brings the table up to date, with time for every back-off and interval. */
  private void finish(
      ModelCluster cluster, FlakyCatalog catalog, ModelWorker worker, GrowingValues values)
      throws IOException {
    worker.rebalance(cluster.sources());
    for (int turn = 0; turn < 400; turn++) {
      clock.addAndGet(2_000);
      worker.iterate();
      if (turn % 20 == 19 && offsets(catalog, values).equals(expected(cluster))) {
        return;
      }
    }
  }

  private ModelWorker worker(
      ModelCluster cluster,
      FlakyCatalog catalog,
      Map<TopicPartition, Long> committed,
      Random random,
      GrowingValues values) {
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
    return new ModelWorker(task, cluster, committed, CONFIGURATION, random, values);
  }

  private static Set<SourcePartition> someOf(Set<SourcePartition> sources, Random random) {
    Set<SourcePartition> some = new HashSet<>(sources);
    some.removeIf(source -> random.nextInt(3) == 0);
    return some;
  }

  private static void rollBackOrExpire(FlakyCatalog catalog, Random random) {
    if (!catalog.tableExists(TABLE)) {
      return;
    }
    catalog.setFlaky(false);
    Table table = catalog.loadTable(TABLE);
    Snapshot head = table.currentSnapshot();
    if (head != null && random.nextBoolean()) {
      if (head.parentId() != null && table.snapshot(head.parentId()) != null) {
        table.manageSnapshots().rollbackTo(head.parentId()).commit();
      }
    } else if (head != null) {
      table.newAppend().commit();
      table.expireSnapshots().expireOlderThan(Long.MAX_VALUE).retainLast(1).commit();
    }
    catalog.setFlaky(true);
  }

  private static Map<SourcePartition, List<Long>> expected(ModelCluster cluster) {
    Map<SourcePartition, List<Long>> expected = new TreeMap<>();
    for (SourcePartition source : cluster.sources()) {
      if (!cluster.records(source).isEmpty()) {
        expected.put(source, List.copyOf(cluster.records(source)));
      }
    }
    return expected;
  }

  private static Map<SourcePartition, List<Long>> offsets(
      FlakyCatalog catalog, GrowingValues values) throws IOException {
    Map<SourcePartition, List<Long>> found = new TreeMap<>();
    if (!catalog.tableExists(TABLE)) {
      return found;
    }
    try (CloseableIterable<Record> rows = IcebergGenerics.read(catalog.loadTable(TABLE)).build()) {
      for (Record row : rows) {
        values.assertHolds(row, (Long) row.getField("_kafka_offset"));
        SourcePartition source =
            new SourcePartition(ModelCluster.TOPIC, (int) row.getField("_kafka_partition"));
        found
            .computeIfAbsent(source, s -> new ArrayList<>())
            .add((Long) row.getField("_kafka_offset"));
      }
    }
    found.values().forEach(offsets -> offsets.sort(null));
    return found;
  }
}
