/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.connector.config.SinkOptions;
import io.tidewater.connector.pipeline.PipelineContext;
import io.tidewater.connector.record.TopicFormats;
import io.tidewater.connector.rewind.OffsetAlteration;
import io.tidewater.connector.table.Tables;
import io.tidewater.format.ledger.SourcePartition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

/** What Connect's offsets endpoint does to real tables, and how the sink goes on from there. */
class OffsetAlterationTest {
  private static final SourcePartition ZERO = new SourcePartition(ModelCluster.TOPIC, 0);
  private static final SourcePartition ONE = new SourcePartition(ModelCluster.TOPIC, 1);

  private final Random random = new Random(7);
  private final FlakyCatalog catalog = new FlakyCatalog(random);
  private final ModelCluster cluster = new ModelCluster(2);
  private final AtomicLong clock = new AtomicLong();

  @Test
  void movesATableBackAndReadsEachRecordOnceAgain() throws IOException {
    fill(Map.of());
    List<Long> all = offsets().get(ZERO);
    List<Long> other = offsets().get(ONE);

    alter(Map.of(), Map.of(ZERO, OptionalLong.of(10)));

    assertThat(offsets().get(ZERO)).isNotEmpty().allMatch(offset -> offset < 10);
    assertThat(offsets().get(ONE)).isEqualTo(other);
    fill(Map.of());
    assertThat(offsets().get(ZERO)).startsWith(all.toArray(Long[]::new)).doesNotHaveDuplicates();
    assertThat(offsets().get(ZERO)).isEqualTo(List.copyOf(cluster.records(ZERO)));
  }

  @Test
  void beginsAPartitionAnewWhenItsOffsetIsReset() throws IOException {
    fill(Map.of());

    alter(Map.of(), Map.of(ZERO, OptionalLong.empty()));

    assertThat(offsets()).containsOnlyKeys(ONE);
    fill(Map.of());
    assertThat(offsets().get(ZERO)).isEqualTo(List.copyOf(cluster.records(ZERO)));
  }

  @Test
  void movesATableForthPastRecordsThatNeverCome() throws IOException {
    fill(Map.of());
    long end = cluster.end(ZERO);
    cluster.produce(random);
    cluster.produce(random);
    long target = cluster.end(ZERO);

    alter(Map.of(), Map.of(ZERO, OptionalLong.of(target)));
    fill(Map.of());

    assertThat(offsets().get(ZERO)).noneMatch(offset -> offset >= end && offset < target);
    assertThat(offsets().get(ZERO)).containsAll(cluster.records(ZERO).tailSet(target));
  }

  @Test
  void refusesToMoveBackRowsThatDoNotTellTheirOffsets() throws IOException {
    Map<String, String> bare = Map.of("tidewater.metadata-columns", "none");
    fill(bare);

    assertThatThrownBy(() -> alter(bare, Map.of(ZERO, OptionalLong.of(10))))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("_kafka_offset");
  }

  @Test
  void refusesWhatATableThatDoesNotExistCannotNote() {
    assertThatThrownBy(() -> alter(Map.of(), Map.of(ZERO, OptionalLong.of(10))))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("tidewater.start=group");
  }

  private void alter(Map<String, String> more, Map<SourcePartition, OptionalLong> wanted) {
    SinkOptions options = SinkOptions.parse(configuration(more));
    new OffsetAlteration(new Tables(catalog), options, cluster, UUID::randomUUID).apply(wanted);
  }

  /** Produces more records and lets a task bring the table up to date. */
  private void fill(Map<String, String> more) {
    for (int round = 0; round < 12; round++) {
      cluster.produce(random);
    }
    PipelineContext.Time time = new PipelineContext.Time(clock::get, UUID::randomUUID);
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
    ModelWorker worker =
        new ModelWorker(task, cluster, new HashMap<>(), configuration(more), random);
    worker.rebalance(cluster.sources());
    for (int turn = 0; turn < 60; turn++) {
      clock.addAndGet(200);
      worker.iterate();
    }
  }

  private static Map<String, String> configuration(Map<String, String> more) {
    Map<String, String> configuration =
        new HashMap<>(
            Map.of(
                "name", "orders",
                "topics", ModelCluster.TOPIC,
                "iceberg.catalog.type", "rest",
                "iceberg.kafka.bootstrap.servers", "unused:9092",
                "iceberg.control.commit.interval-ms", "100",
                "task.id", "orders-0"));
    configuration.putAll(more);
    return configuration;
  }

  private Map<SourcePartition, List<Long>> offsets() throws IOException {
    Map<SourcePartition, List<Long>> found = new TreeMap<>();
    try (CloseableIterable<Record> rows =
        IcebergGenerics.read(catalog.loadTable(TableIdentifier.of("shop", "orders"))).build()) {
      for (Record row : rows) {
        found
            .computeIfAbsent(
                new SourcePartition(ModelCluster.TOPIC, (int) row.getField("_kafka_partition")),
                source -> new ArrayList<>())
            .add((Long) row.getField("_kafka_offset"));
      }
    }
    found.values().forEach(offsets -> offsets.sort(null));
    return found;
  }
}
