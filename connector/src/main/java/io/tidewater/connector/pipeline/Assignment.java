/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.format.ledger.SourcePartition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The partitions that feed one table, and what is known of where each of them starts. */
final class Assignment {
  private final PipelineContext context;
  private final Staging staging;
  private final SafePositions safe;
  private final Starts starting;
  private final TreeSet<SourcePartition> assigned = new TreeSet<>();

  Assignment(TableTarget target, PipelineContext context, Staging staging, SafePositions safe) {
    this.context = context;
    this.staging = staging;
    this.safe = safe;
    this.starting = new Starts(target, context);
  }

  boolean isEmpty() {
    return assigned.isEmpty();
  }

  Starts starting() {
    return starting;
  }

  void add(Collection<SourcePartition> sources) {
    assigned.addAll(sources);
  }

  /** Takes partitions away; what is staged of them stays until {@link #end}. */
  void remove(Collection<SourcePartition> sources) {
    assigned.removeAll(sources);
  }

  /** Forgets partitions that were taken away. */
  void end(Collection<SourcePartition> sources) {
    staging.end(sources);
    safe.end(sources);
    starting.end(sources);
  }

  /** Begins to decide where the partitions start that have no start yet. */
  void startMissing() {
    starting.begin(missing());
  }

  /** Begins to decide anew where all partitions start. */
  void startAll() {
    if (!assigned.isEmpty()) {
      starting.begin(assigned);
    }
  }

  /** Begins to decide again about partitions that Kafka did not know, if it is time. */
  void retryIfDue(Health health) {
    if (starting.isRetryDue() && health instanceof Health.Working && !missing().isEmpty()) {
      startMissing();
    }
  }

  /** Has the partitions read from where that was decided. */
  void begin(TableStart start) {
    start.deadLetters().ifPresent(letters -> staging.begin(letters, assigned));
    start
        .starts()
        .forEach(
            (source, decision) -> {
              if (assigned.contains(source)) {
                safe.started(source);
                staging.begin(source, decision.start(), decision.log());
              }
            });
    starting.retryLater(missing());
  }

  /** Drops what is staged: it is owed from the ledger on. */
  void drop() {
    safe.dropping(assigned);
    staging.drop();
  }

  /**
   * How many offsets are in Kafka and not in the table.
   *
   * @param ends where the logs end
   */
  long lag(Map<SourcePartition, Long> ends) {
    long lag = 0;
    for (SourcePartition source : assigned) {
      Long end = ends.get(source);
      if (end != null) {
        long position = context.reading().position(source).orElse(end);
        lag += Math.max(0, end - Math.max(0, safe.upTo(source, position)));
      }
    }
    return lag;
  }

  private List<SourcePartition> missing() {
    return assigned.stream().filter(source -> !staging.has(source)).toList();
  }
}
