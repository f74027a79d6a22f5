/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import io.tidewater.format.ledger.SourcePartition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.jspecify.annotations.Nullable;

/**
 * The part of a Connect worker that drives one sink task, in the order of Kafka's own: seeks are
 * carried out before a poll, rebalances happen in it, and what was fetched goes to the task even if
 * it has asked for a seek meanwhile.
 */
final class ModelWorker implements SinkTaskContext {
  /** A field of the name of a metadata column: no table can hold it. */
  private static final Schema UNFIT =
      SchemaBuilder.struct().field("_kafka_offset", Schema.OPTIONAL_STRING_SCHEMA).build();

  private final TidewaterSinkTask task;
  private final ModelCluster cluster;
  private final Map<TopicPartition, Long> committed;
  private final Random random;
  private final LongFunction<@Nullable Object> values;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Map<TopicPartition, Long> asked = new HashMap<>();
  private final Set<TopicPartition> paused = new HashSet<>();

  /**
   * @param committed the consumer group's offsets, shared by the workers of a group
   */
  ModelWorker(
      TidewaterSinkTask task,
      ModelCluster cluster,
      Map<TopicPartition, Long> committed,
      Map<String, String> configuration,
      Random random) {
    this(task, cluster, committed, configuration, random, offset -> Map.of("id", offset));
  }

  /**
   * @param values the values of records by their offsets
   */
  ModelWorker(
      TidewaterSinkTask task,
      ModelCluster cluster,
      Map<TopicPartition, Long> committed,
      Map<String, String> configuration,
      Random random,
      LongFunction<@Nullable Object> values) {
    this.task = task;
    this.cluster = cluster;
    this.committed = committed;
    this.random = random;
    this.values = values;
    task.initialize(this);
    task.start(configuration);
  }

  /** One turn of the worker's loop. */
  void iterate() {
    rewind();
    deliver();
    if (random.nextInt(4) == 0) {
      commitOffsets();
    }
  }

  /** A rebalance, after which records fetched before may still be delivered. */
  void rebalance(Set<SourcePartition> wanted) {
    rewind();
    List<TopicPartition> revoked = new ArrayList<>(positions.keySet());
    revoked.removeIf(partition -> wanted.contains(source(partition)));
    if (!revoked.isEmpty()) {
      commitOffsets();
      task.close(revoked);
      positions.keySet().removeAll(revoked);
      asked.keySet().removeAll(revoked);
      paused.removeAll(revoked);
    }
    List<TopicPartition> added = new ArrayList<>();
    for (SourcePartition source : wanted) {
      TopicPartition partition = new TopicPartition(source.topic(), source.partition());
      if (positions.putIfAbsent(partition, committed.getOrDefault(partition, 0L)) == null) {
        added.add(partition);
      }
    }
    task.open(added);
    deliver();
  }

  private void rewind() {
    positions.putAll(asked);
    asked.clear();
  }

  private void deliver() {
    List<SinkRecord> batch = new ArrayList<>();
    for (TopicPartition partition : positions.keySet()) {
      if (!paused.contains(partition)) {
        fetch(partition, batch);
      }
    }
    task.put(batch);
  }

  private void fetch(TopicPartition partition, List<SinkRecord> batch) {
    long from = positions.get(partition);
    long to = Math.min(from + random.nextInt(8), cluster.end(source(partition)));
    for (long offset : cluster.records(source(partition)).subSet(from, Math.max(from, to))) {
      boolean tombstone = cluster.isTombstone(source(partition), offset);
      boolean bad = cluster.isBad(source(partition), offset);
      Object value = tombstone ? null : bad ? new Struct(UNFIT) : values.apply(offset);
      batch.add(
          new SinkRecord(
              partition.topic(),
              partition.partition(),
              null,
              ModelCluster.keyOf(source(partition), offset),
              value instanceof Struct struct ? struct.schema() : null,
              value,
              offset,
              1_700_000_000_000L,
              TimestampType.CREATE_TIME));
    }
    positions.put(partition, Math.max(from, to));
  }

  private void commitOffsets() {
    Map<TopicPartition, OffsetAndMetadata> consumed = new HashMap<>();
    positions.forEach(
        (partition, position) -> {
          if (!asked.containsKey(partition)) {
            consumed.put(partition, new OffsetAndMetadata(position));
          }
        });
    task.preCommit(consumed)
        .forEach((partition, offset) -> committed.put(partition, offset.offset()));
  }

  private static SourcePartition source(TopicPartition partition) {
    return new SourcePartition(partition.topic(), partition.partition());
  }

  @Override
  public Map<String, String> configs() {
    return Map.of();
  }

  @Override
  public void offset(Map<TopicPartition, Long> offsets) {
    asked.putAll(offsets);
  }

  @Override
  public void offset(TopicPartition partition, long offset) {
    asked.put(partition, offset);
  }

  @Override
  public void timeout(long millis) {}

  @Override
  public Set<TopicPartition> assignment() {
    return positions.keySet();
  }

  @Override
  public void pause(TopicPartition... partitions) {
    paused.addAll(List.of(partitions));
  }

  @Override
  public void resume(TopicPartition... partitions) {
    paused.removeAll(List.of(partitions));
  }

  @Override
  public void requestCommit() {}

  @Override
  public PluginMetrics pluginMetrics() {
    throw new NoSuchMethodError("as on a worker older than KIP-877");
  }
}
