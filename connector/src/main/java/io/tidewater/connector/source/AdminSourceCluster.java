/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.source;

import io.tidewater.format.ledger.SourceLog;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.TopicId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The source cluster through Kafka's own admin client. */
public final class AdminSourceCluster implements SourceCluster {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Admin admin;
  private final Duration timeout;

  private AdminSourceCluster(Admin admin, Duration timeout) {
    this.admin = admin;
    this.timeout = timeout;
  }

  /**
   * Connects to a cluster.
   *
   * @param settings client settings, {@code bootstrap.servers} among them
   */
  public static AdminSourceCluster of(Map<String, String> settings) {
    return new AdminSourceCluster(Admin.create(new HashMap<>(settings)), TIMEOUT);
  }

  @Override
  public Map<SourcePartition, SourceLog> logs(Collection<SourcePartition> sources) {
    Map<String, TopicDescription> topics = describe(topicsOf(sources));
    Map<SourcePartition, TopicId> existing = new HashMap<>();
    for (SourcePartition source : sources) {
      TopicDescription topic = topics.get(source.topic());
      if (topic != null && source.partition() < topic.partitions().size()) {
        existing.put(source, idOf(topic));
      }
    }
    Map<SourcePartition, Long> starts = offsets(existing.keySet(), OffsetSpec.earliest());
    Map<SourcePartition, Long> ends = offsets(existing.keySet(), OffsetSpec.latest());
    Map<SourcePartition, SourceLog> logs = new HashMap<>();
    existing.forEach(
        (source, id) -> {
          Long start = starts.get(source);
          Long end = ends.get(source);
          if (start != null && end != null) {
            logs.put(source, new SourceLog(id, start, end));
          }
        });
    return logs;
  }

  @Override
  public Map<String, TopicId> topicIds(Collection<String> topics) {
    Map<String, TopicId> ids = new HashMap<>();
    describe(topics).forEach((topic, description) -> ids.put(topic, idOf(description)));
    return ids;
  }

  @Override
  public Map<SourcePartition, Long> logStarts(Collection<SourcePartition> sources) {
    return offsets(sources, OffsetSpec.earliest());
  }

  @Override
  public Map<SourcePartition, Long> logEnds(Collection<SourcePartition> sources) {
    return offsets(sources, OffsetSpec.latest());
  }

  @Override
  public void close() {
    admin.close(timeout);
  }

  private Map<String, TopicDescription> describe(Collection<String> topics) {
    Map<String, TopicDescription> found = new HashMap<>();
    admin
        .describeTopics(topics)
        .topicNameValues()
        .forEach(
            (topic, answer) ->
                find("for topic " + topic, answer, description -> found.put(topic, description)));
    return found;
  }

  private Map<SourcePartition, Long> offsets(
      Collection<SourcePartition> sources, OffsetSpec which) {
    Map<TopicPartition, OffsetSpec> question = new HashMap<>();
    for (SourcePartition source : sources) {
      question.put(new TopicPartition(source.topic(), source.partition()), which);
    }
    ListOffsetsResult answers = admin.listOffsets(question);
    Map<SourcePartition, Long> offsets = new HashMap<>();
    for (SourcePartition source : sources) {
      TopicPartition partition = new TopicPartition(source.topic(), source.partition());
      find(
          "for the offsets of " + source,
          answers.partitionResult(partition),
          answer -> offsets.put(source, answer.offset()));
    }
    return offsets;
  }

  private <T> void find(String question, KafkaFuture<T> answer, Consumer<T> found) {
    try {
      found.accept(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
        throw new SourceUnavailableException(question, e.getCause() == null ? e : e.getCause());
      }
    } catch (TimeoutException e) {
      throw new SourceUnavailableException(question, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceUnavailableException(question, e);
    }
  }

  private static Set<String> topicsOf(Collection<SourcePartition> sources) {
    Set<String> topics = new LinkedHashSet<>();
    sources.forEach(source -> topics.add(source.topic()));
    return topics;
  }

  private static TopicId idOf(TopicDescription description) {
    Uuid id = description.topicId();
    return id == null || id.equals(Uuid.ZERO_UUID) ? TopicId.UNKNOWN : new TopicId(id.toString());
  }
}
