/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Topics of a Kafka cluster and the bounds of their partitions. Its answers come from the cluster
 * each time. All methods throw {@link TopicUnavailableException} where the cluster gives none.
 */
final class KafkaCluster implements AutoCloseable {
  private final KafkaSettings settings;
  private final Admin admin;

  KafkaCluster(KafkaSettings settings) {
    this.settings = settings;
    this.admin = Admin.create(settings.clientProperties());
  }

  SortedSet<Integer> partitions(String topic) {
    Map<String, TopicDescription> described =
        answer(topic, admin.describeTopics(List.of(topic)).allTopicNames());
    return described.values().stream()
        .flatMap(description -> description.partitions().stream())
        .map(TopicPartitionInfo::partition)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The log start offset of each partition. */
  SortedMap<Integer, Long> starts(String topic, Collection<Integer> partitions) {
    return offsets(topic, partitions, OffsetSpec.earliest(), Isolation.READ_UNCOMMITTED);
  }

  /** The offset after the last record that a consumer may see, for each partition. */
  SortedMap<Integer, Long> ends(String topic, Collection<Integer> partitions, Isolation isolation) {
    return offsets(topic, partitions, OffsetSpec.latest(), isolation);
  }

  /** Whether compaction may take records from the middle of the topic. */
  boolean isCompacted(String topic) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try {
      return answer(topic, admin.describeConfigs(List.of(resource)).all()).values().stream()
          .map(config -> config.get(TopicConfig.CLEANUP_POLICY_CONFIG))
          .anyMatch(policy -> policy.value().contains(TopicConfig.CLEANUP_POLICY_COMPACT));
    } catch (TopicUnavailableException e) {
      if (e.getCause() instanceof AuthorizationException) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    admin.close();
  }

  private SortedMap<Integer, Long> offsets(
      String topic, Collection<Integer> partitions, OffsetSpec spec, Isolation isolation) {
    Map<TopicPartition, OffsetSpec> request =
        partitions.stream()
            .collect(
                Collectors.toMap(number -> new TopicPartition(topic, number), ignored -> spec));
    ListOffsetsOptions options = new ListOffsetsOptions(isolation.level());
    Map<TopicPartition, ListOffsetsResultInfo> found =
        answer(topic, admin.listOffsets(request, options).all());
    SortedMap<Integer, Long> offsets = new TreeMap<>();
    found.forEach((partition, offset) -> offsets.put(partition.partition(), offset.offset()));
    return offsets;
  }

  private <T> T answer(String topic, KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw unavailable(topic, e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicUnavailableException("interrupted while asking Kafka about " + topic, e);
    }
  }

  private TopicUnavailableException unavailable(String topic, Throwable cause) {
    Function<String, TopicUnavailableException> because =
        message -> new TopicUnavailableException(message, cause);
    if (cause instanceof UnknownTopicOrPartitionException) {
      return because.apply(
          "there is no topic %s on %s; check --topic and --bootstrap-servers"
              .formatted(topic, settings));
    }
    return because.apply(
        "Kafka at %s gives no answer about topic %s: %s; check --bootstrap-servers and"
                .formatted(settings, topic, cause.getMessage())
            + " --kafka-property");
  }
}
