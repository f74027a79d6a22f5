/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import io.tidewater.connector.config.SinkOptions;
import io.tidewater.connector.config.UnroutedPolicy;
import io.tidewater.connector.pipeline.Pipelines;
import io.tidewater.connector.reject.Rejection;
import io.tidewater.connector.route.Route;
import io.tidewater.connector.source.PartitionCursor.Step;
import io.tidewater.connector.source.Positions;
import io.tidewater.format.ledger.SourcePartition;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.jspecify.annotations.Nullable;

/**
 * Moves records of the assigned partitions into their tables. Connect calls it from one thread; it
 * never waits for a commit while records flow. Positions come from the tables' ledgers, and what it
 * gives Connect to commit is only what is in the tables.
 */
public final class TidewaterSinkTask extends SinkTask {
  private static final long FLUSH_MILLIS = 20_000;

  private final BiFunction<SinkOptions, SinkTaskContext, TaskParts> assembly;
  private @Nullable TaskParts parts;

  /** For Connect. */
  public TidewaterSinkTask() {
    this(TaskParts::of);
  }

  TidewaterSinkTask(BiFunction<SinkOptions, SinkTaskContext, TaskParts> assembly) {
    this.assembly = assembly;
  }

  @Override
  public String version() {
    return PluginVersion.current();
  }

  @Override
  public void start(Map<String, String> properties) {
    parts = assembly.apply(SinkOptions.parse(properties), context);
  }

  @Override
  public void open(Collection<TopicPartition> partitions) {
    try {
      pipelines().assign(partitions.stream().map(TidewaterSinkTask::source).toList());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  @Override
  public void put(Collection<SinkRecord> records) {
    Pipelines pipelines = pipelines();
    pipelines.advance();
    try {
      for (SinkRecord record : records) {
        put(record);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    pipelines.advance();
    positions().endBatch(source -> !pipelines.isBlocked(source));
    pipelines
        .standstill()
        .ifPresent(
            reasons -> {
              throw new ConnectException("all tables of this task have stopped: " + reasons);
            });
    askToBeCalledAgain();
  }

  @Override
  public Map<TopicPartition, OffsetAndMetadata> preCommit(
      Map<TopicPartition, OffsetAndMetadata> consumed) {
    consumed.forEach(
        (partition, offset) ->
            positions()
                .consumedUpTo(source(partition), offset.offset())
                .ifPresent(unseen -> pipelines().missed(source(partition), unseen)));
    Map<TopicPartition, OffsetAndMetadata> safe = new HashMap<>();
    for (TopicPartition partition : consumed.keySet()) {
      SourcePartition source = source(partition);
      positions().position(source).stream()
          .map(position -> pipelines().safeUpTo(source, position))
          .filter(upTo -> upTo >= 0)
          .forEach(upTo -> safe.put(partition, new OffsetAndMetadata(upTo)));
    }
    return safe;
  }

  @Override
  public void close(Collection<TopicPartition> partitions) {
    if (parts == null) {
      return;
    }
    try {
      pipelines()
          .release(
              partitions.stream().map(TidewaterSinkTask::source).toList(),
              parts().now() + FLUSH_MILLIS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  @Override
  public void stop() {
    if (parts != null) {
      parts.close();
      parts = null;
    }
  }

  private void put(SinkRecord record) throws InterruptedException {
    SourcePartition source =
        new SourcePartition(record.originalTopic(), record.originalKafkaPartition());
    long offset = record.originalKafkaOffset();
    if (pipelines().isBlocked(source)) {
      positions().leave(source, offset);
      return;
    }
    Step step = positions().look(source, offset);
    if (step == Step.BACKWARDS) {
      positions().leave(source, offset);
      pipelines().restart(source, "offset " + offset + " of " + source + " came again");
    } else if (step == Step.NEXT) {
      positions().takeGap(source).ifPresent(gap -> pipelines().missed(source, gap));
      Route route = pipelines().route(source, record);
      if (route instanceof Route.Later) {
        positions().leave(source, offset);
        return;
      }
      if (route instanceof Route.Unreadable unreadable) {
        reject(record, source, unreadable.reason());
      } else if (route instanceof Route.Unrouted unrouted) {
        refuse(record, source, unrouted.reason());
      } else {
        pipelines().write(source, offset, record, route);
      }
      positions().pass(source, offset);
    }
  }

  private void refuse(SinkRecord record, SourcePartition source, String reason) {
    if (parts().onUnrouted() == UnroutedPolicy.REJECT) {
      reject(record, source, reason);
    }
  }

  private void reject(SinkRecord record, SourcePartition source, String reason) {
    parts()
        .rejections()
        .reject(
            record, new Rejection("want of a table", source, record.originalKafkaOffset(), reason));
  }

  private void askToBeCalledAgain() {
    long wait = pipelines().nextDeadline() - parts().now();
    if (wait < Long.MAX_VALUE / 2) {
      context.timeout(Math.max(1, wait));
    }
  }

  private TaskParts parts() {
    if (parts == null) {
      throw new IllegalStateException("the task was not started");
    }
    return parts;
  }

  private Pipelines pipelines() {
    return parts().pipelines();
  }

  private Positions positions() {
    return parts().positions();
  }

  private static SourcePartition source(TopicPartition partition) {
    return new SourcePartition(partition.topic(), partition.partition());
  }

  private static ConnectException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new ConnectException("interrupted", e);
  }
}
