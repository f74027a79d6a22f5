/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.kafka;

import io.tidewater.examples.offsets.OffsetSet;
import io.tidewater.examples.offsets.PartitionLog;
import io.tidewater.examples.progress.Progress;
import io.tidewater.examples.progress.ProgressDisplay;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Reads at which offsets a topic has records, from the start of its log to an end that is fixed
 * before reading begins. Joins no consumer group and commits nothing.
 */
public final class TopicReader {
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int SILENT_POLLS = 60;

  private final KafkaSettings settings;
  private final Isolation isolation;
  private final ProgressDisplay display;

  public TopicReader(KafkaSettings settings, Isolation isolation, ProgressDisplay display) {
    this.settings = settings;
    this.isolation = isolation;
    this.display = display;
  }

  /**
   * Reads the topic.
   *
   * @param topic its name
   * @param limits an end for some partitions, where the end of the log is too far
   * @throws TopicUnavailableException if Kafka cannot be reached or lacks the topic
   */
  public SortedMap<Integer, PartitionLog> read(String topic, Map<Integer, Long> limits) {
    try (KafkaCluster cluster = new KafkaCluster(settings)) {
      SortedSet<Integer> partitions = cluster.partitions(topic);
      SortedMap<Integer, Long> ends = cluster.ends(topic, partitions, isolation);
      ends.replaceAll((partition, end) -> Math.min(end, limits.getOrDefault(partition, end)));
      SortedMap<Integer, Long> starts = cluster.starts(topic, partitions);
      SortedMap<Integer, OffsetSet> records = records(topic, starts, ends);
      boolean compacted = cluster.isCompacted(topic);
      SortedMap<Integer, PartitionLog> logs = new TreeMap<>();
      for (int partition : partitions) {
        long end = ends.getOrDefault(partition, 0L);
        long start = starts.getOrDefault(partition, 0L);
        OffsetSet present = records.getOrDefault(partition, new OffsetSet());
        logs.put(partition, new PartitionLog(start, end, end, present, compacted));
      }
      return refreshed(cluster, topic, logs);
    }
  }

  /** The same logs with the bounds that Kafka gives now; their records and ends stay. */
  public SortedMap<Integer, PartitionLog> refreshed(
      String topic, SortedMap<Integer, PartitionLog> logs) {
    try (KafkaCluster cluster = new KafkaCluster(settings)) {
      return refreshed(cluster, topic, logs);
    }
  }

  private static SortedMap<Integer, PartitionLog> refreshed(
      KafkaCluster cluster, String topic, SortedMap<Integer, PartitionLog> logs) {
    Map<Integer, Long> starts = cluster.starts(topic, logs.keySet());
    Map<Integer, Long> ends = cluster.ends(topic, logs.keySet(), Isolation.READ_UNCOMMITTED);
    SortedMap<Integer, PartitionLog> refreshed = new TreeMap<>(logs);
    refreshed.replaceAll(
        (partition, log) ->
            log.movedTo(starts.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L)));
    return refreshed;
  }

  private SortedMap<Integer, OffsetSet> records(
      String topic, SortedMap<Integer, Long> starts, SortedMap<Integer, Long> ends) {
    long total =
        ends.entrySet().stream()
            .mapToLong(end -> Math.max(0, end.getValue() - starts.getOrDefault(end.getKey(), 0L)))
            .sum();
    try (TopicScan scan = new TopicScan(settings, isolation, topic, starts, ends);
        Progress progress = display.start("topic", total)) {
      int silent = 0;
      while (!scan.isDone()) {
        long before = scan.passed();
        scan.poll(POLL);
        progress.reached(scan.passed());
        silent = scan.passed() == before ? silent + 1 : 0;
        if (silent == SILENT_POLLS) {
          throw new TopicUnavailableException(
              "Kafka at %s gave nothing of topic %s for a minute, at %s"
                  .formatted(settings, topic, scan.positions()));
        }
      }
      return scan.records();
    } catch (WakeupException e) {
      throw new TopicUnavailableException("reading " + topic + " was stopped", e);
    }
  }
}
