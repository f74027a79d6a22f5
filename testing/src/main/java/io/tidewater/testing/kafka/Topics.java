/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.kafka;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** Creates and changes topics, and waits for each change. Thread-safe. */
public final class Topics implements AutoCloseable {
  private static final long TIMEOUT_SECONDS = 60;

  private final Admin admin;

  private Topics(Admin admin) {
    this.admin = admin;
  }

  /** A client of any cluster. */
  public static Topics of(String bootstrapServers) {
    return new Topics(
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers)));
  }

  /** The Kafka client itself, for what this class does not offer; closed with this object. */
  public Admin admin() {
    return admin;
  }

  /** Creates a topic with one replica. */
  public Uuid create(String topic, int partitions) {
    return create(topic, partitions, Map.of());
  }

  /** Creates a topic with one replica and a configuration; returns its id. */
  public Uuid create(String topic, int partitions, Map<String, String> configuration) {
    NewTopic created = new NewTopic(topic, partitions, (short) 1).configs(configuration);
    return await("create topic " + topic, admin.createTopics(Set.of(created)).topicId(topic));
  }

  /** Grows a topic to a total number of partitions. */
  public void addPartitions(String topic, int total) {
    await(
        "add partitions to topic " + topic,
        admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(total))).all());
  }

  public void delete(String topic) {
    await("delete topic " + topic, admin.deleteTopics(Set.of(topic)).all());
  }

  public Uuid id(String topic) {
    return describe(topic).topicId();
  }

  public int partitions(String topic) {
    return describe(topic).partitions().size();
  }

  /** Deletes the records of a partition below an offset, as retention does. */
  public void deleteRecordsBefore(String topic, int partition, long offset) {
    Map<TopicPartition, RecordsToDelete> deletion =
        Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(offset));
    await("delete records of topic " + topic, admin.deleteRecords(deletion).all());
  }

  /** First offset that each partition still has. */
  public Map<Integer, Long> beginningOffsets(String topic) {
    return offsets(topic, OffsetSpec.earliest());
  }

  /** Offset after the last record of each partition. */
  public Map<Integer, Long> endOffsets(String topic) {
    return offsets(topic, OffsetSpec.latest());
  }

  /** Offsets that a consumer group has committed for a topic; partitions without one are absent. */
  public Map<Integer, Long> committedOffsets(String group, String topic) {
    return await(
            "list offsets of group " + group,
            admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .entrySet()
        .stream()
        .filter(entry -> entry.getKey().topic().equals(topic))
        .filter(entry -> Objects.nonNull(entry.getValue()))
        .collect(
            Collectors.toUnmodifiableMap(
                entry -> entry.getKey().partition(), entry -> entry.getValue().offset()));
  }

  /** Deletes a consumer group, which must have no members. */
  public void deleteConsumerGroup(String group) {
    await("delete consumer group " + group, admin.deleteConsumerGroups(List.of(group)).all());
  }

  @Override
  public void close() {
    admin.close();
  }

  private TopicDescription describe(String topic) {
    Map<String, TopicDescription> found =
        await("describe topic " + topic, admin.describeTopics(Set.of(topic)).allTopicNames());
    return Objects.requireNonNull(found.get(topic));
  }

  private Map<Integer, Long> offsets(String topic, OffsetSpec spec) {
    Map<TopicPartition, OffsetSpec> wanted =
        IntStream.range(0, partitions(topic))
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .collect(Collectors.toMap(partition -> partition, partition -> spec));
    return await("list offsets of topic " + topic, admin.listOffsets(wanted).all())
        .entrySet()
        .stream()
        .collect(
            Collectors.toUnmodifiableMap(
                entry -> entry.getKey().partition(), entry -> entry.getValue().offset()));
  }

  private static <T> T await(String what, KafkaFuture<T> future) {
    try {
      return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new TopicException("Cannot " + what + ": " + cause.getMessage(), cause);
    } catch (TimeoutException e) {
      throw new TopicException("Cannot " + what + " within " + TIMEOUT_SECONDS + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicException("Cannot " + what + ": interrupted", e);
    }
  }
}
