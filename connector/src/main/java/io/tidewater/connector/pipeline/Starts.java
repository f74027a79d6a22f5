/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.format.ledger.SourceLog;
import io.tidewater.format.ledger.SourcePartition;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has it decided, on other threads, where the partitions of one table start. */
final class Starts {
  private static final Logger LOG = LoggerFactory.getLogger(Starts.class);
  private static final long RETRY_MILLIS = 2_000;

  private final TableTarget target;
  private final PipelineContext context;
  private final Background<TableStart> deciding = new Background<>();

  /** The first offsets that may concern a table which is known by its records only. */
  private final Map<SourcePartition, Long> floors = new HashMap<>();

  private long retryAt = Long.MAX_VALUE;

  Starts(TableTarget target, PipelineContext context) {
    this.target = target;
    this.context = context;
  }

  /** What came of a decision. */
  sealed interface Outcome {
    record Decided(TableStart start) implements Outcome {}

    record Failed(RuntimeException cause) implements Outcome {}
  }

  /** Sets the first offset of a partition that may concern the table. */
  void floor(SourcePartition source, long offset) {
    floors.put(source, offset);
  }

  void end(Collection<SourcePartition> sources) {
    floors.keySet().removeAll(sources);
  }

  /** Begins to decide, in place of what is being decided. */
  void begin(Collection<SourcePartition> sources) {
    List<SourcePartition> asked = List.copyOf(sources);
    begin(
        asked,
        CompletableFuture.supplyAsync(() -> context.cluster().logs(asked), context.executor()));
  }

  /**
   * Begins to decide, in place of what is being decided.
   *
   * @param logs the partitions, and perhaps others, as Kafka has them
   */
  void begin(
      Collection<SourcePartition> sources,
      CompletableFuture<Map<SourcePartition, SourceLog>> logs) {
    List<SourcePartition> asked = List.copyOf(sources);
    Map<SourcePartition, Long> from = Map.copyOf(floors);
    deciding.run(
        logs.thenApplyAsync(
            all -> context.starter().start(target, asked, all, from), context.executor()));
  }

  /**
   * Notes partitions that no start was decided for. A broker may learn of new ones later than the
   * consumer group.
   */
  void retryLater(Collection<SourcePartition> missing) {
    if (!missing.isEmpty()) {
      retryAt = context.now() + RETRY_MILLIS;
      LOG.warn("Kafka does not know partitions={} table={}", missing, target.identifier());
    }
  }

  /** Whether it is time to try again; says so once. */
  boolean isRetryDue() {
    if (deciding.isRunning() || context.now() < retryAt) {
      return false;
    }
    retryAt = Long.MAX_VALUE;
    return true;
  }

  /** When it will be time, in milliseconds of the task's clock. */
  long retryAt() {
    return retryAt;
  }

  boolean isRunning() {
    return deciding.isRunning();
  }

  void forget() {
    deciding.forget();
  }

  void await(long millis) throws InterruptedException {
    deciding.await(millis);
  }

  /** Takes the outcome, if there is one. */
  Optional<Outcome> take() {
    Function<TableStart, Outcome> decided = Outcome.Decided::new;
    return deciding.take(decided, Outcome.Failed::new);
  }
}
