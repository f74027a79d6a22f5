/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KafkaBrokerIT {
  private static final String GROUP = "readers";

  @TempDir static Path directory;

  private static KafkaBroker broker;
  private static Topics topics;

  @BeforeAll
  static void start() {
    broker = KafkaBroker.start(directory);
    topics = broker.topics();
  }

  @AfterAll
  static void stop() {
    topics.close();
    broker.close();
  }

  @Test
  void servesRecordsAgainAfterItWasKilledAndRestarted() throws Exception {
    String address = broker.bootstrapServers();
    topics.create("orders", 1);
    produce("orders", List.of("a", "b", "c"));
    assertThat(consume("orders", 3)).containsExactly("a", "b", "c");

    broker.kill();
    assertThat(broker.process().isAlive()).isFalse();
    broker.restart();

    assertThat(broker.bootstrapServers()).isEqualTo(address);
    assertThat(consume("orders", 3)).containsExactly("a", "b", "c");
  }

  @Test
  void createsGrowsAndRecreatesTopics() {
    Uuid first = topics.create("grown", 2, Map.of("cleanup.policy", "compact"));
    topics.addPartitions("grown", 5);
    assertThat(topics.partitions("grown")).isEqualTo(5);
    assertThat(topics.id("grown")).isEqualTo(first);

    topics.delete("grown");
    assertThat(topics.create("grown", 1)).isNotEqualTo(first);
  }

  @Test
  void deletesRecordsBelowAnOffset() throws Exception {
    topics.create("truncated", 1);
    produce("truncated", List.of("a", "b", "c"));

    topics.deleteRecordsBefore("truncated", 0, 2);

    assertThat(topics.beginningOffsets("truncated")).containsExactly(Map.entry(0, 2L));
    assertThat(topics.endOffsets("truncated")).containsExactly(Map.entry(0, 3L));
  }

  @Test
  void deletesConsumerGroups() throws Exception {
    topics.create("read", 1);
    produce("read", List.of("a"));
    consume("read", 1);
    assertThat(topics.committedOffsets(GROUP, "read")).containsExactly(Map.entry(0, 1L));

    topics.deleteConsumerGroup(GROUP);

    assertThat(topics.committedOffsets(GROUP, "read")).isEmpty();
  }

  @Test
  void saysWhatTheBrokerRefused() {
    topics.create("once", 1);

    assertThatThrownBy(() -> topics.create("once", 1))
        .isInstanceOf(TopicException.class)
        .hasMessageContaining("Cannot create topic once")
        .hasMessageContaining("already exists");
  }

  private static void produce(String topic, List<String> values) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      for (String value : values) {
        producer.send(new ProducerRecord<>(topic, value)).get();
      }
    }
  }

  private static List<String> consume(String topic, int count) {
    Map<String, Object> configuration =
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "group.id",
            GROUP,
            "enable.auto.commit",
            "false");
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(configuration, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(Set.of(topic));
      for (int polls = 0; values.size() < count && polls < 60; polls++) {
        consumer.seekToBeginning(consumer.assignment());
        values.clear();
        for (ConsumerRecord<String, String> fetched : consumer.poll(Duration.ofSeconds(1))) {
          values.add(fetched.value());
        }
      }
      consumer.commitSync();
    }
    return values;
  }
}
