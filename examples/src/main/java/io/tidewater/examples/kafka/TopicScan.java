/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.kafka;

import io.tidewater.examples.offsets.OffsetSet;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * One pass over a topic. A partition is done once the consumer's position is at its end: positions
 * move over compacted offsets and transaction markers, where no record ever arrives.
 */
final class TopicScan implements AutoCloseable {
  private static final int FETCH_BYTES = 8 << 20;
  private static final int RECORDS_PER_POLL = 20_000;
  private static final Comparator<TopicPartition> BY_NUMBER =
      Comparator.comparingInt(TopicPartition::partition);

  private final SortedMap<TopicPartition, Long> open = new TreeMap<>(BY_NUMBER);
  private final SortedMap<Integer, Long> positions = new TreeMap<>();
  private final SortedMap<Integer, OffsetSet> records = new TreeMap<>();
  private final SortedMap<Integer, Long> starts;
  private final KafkaConsumer<Boolean, Boolean> consumer;

  TopicScan(
      KafkaSettings settings,
      Isolation isolation,
      String topic,
      SortedMap<Integer, Long> starts,
      SortedMap<Integer, Long> ends) {
    this.starts = starts;
    ends.forEach(
        (partition, end) -> {
          records.put(partition, new OffsetSet());
          if (starts.getOrDefault(partition, 0L) < end) {
            open.put(new TopicPartition(topic, partition), end);
          }
        });
    positions.putAll(starts);
    Map<String, Object> properties = settings.clientProperties();
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_PER_POLL);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
    consumer = new KafkaConsumer<>(properties, new RecordPresence(), new RecordPresence());
    consumer.assign(open.keySet());
    consumer.seekToBeginning(open.keySet());
  }

  boolean isDone() {
    return open.isEmpty();
  }

  /** Takes in what arrives within a while, and drops partitions that reached their end. */
  void poll(Duration patience) {
    ConsumerRecords<Boolean, Boolean> polled = consumer.poll(patience);
    for (TopicPartition partition : polled.partitions()) {
      long end = open.getOrDefault(partition, 0L);
      OffsetSet offsets = records.computeIfAbsent(partition.partition(), n -> new OffsetSet());
      for (ConsumerRecord<Boolean, Boolean> record : polled.records(partition)) {
        if (record.offset() < end) {
          offsets.add(record.offset());
        }
      }
    }
    for (TopicPartition partition : List.copyOf(open.keySet())) {
      long position = consumer.position(partition);
      positions.put(partition.partition(), position);
      if (position >= open.getOrDefault(partition, 0L)) {
        open.remove(partition);
        consumer.pause(List.of(partition));
      }
    }
  }

  /** How many offsets the scan has moved over, of all partitions. */
  long passed() {
    return positions.entrySet().stream()
        .mapToLong(entry -> entry.getValue() - starts.getOrDefault(entry.getKey(), 0L))
        .sum();
  }

  SortedMap<Integer, Long> positions() {
    return Collections.unmodifiableSortedMap(positions);
  }

  SortedMap<Integer, OffsetSet> records() {
    return Collections.unmodifiableSortedMap(records);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
