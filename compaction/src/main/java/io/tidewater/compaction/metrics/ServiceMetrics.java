/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.tidewater.compaction.journal.TaskEntry;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.Estimate;
import io.tidewater.compaction.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.iceberg.Table;

/** Keeps the metrics, as it is told what happens. Thread-safe. */
public final class ServiceMetrics {
  /** Whether tables have metrics of their own. */
  public static final PolicyOption<Boolean> PER_TABLE =
      PolicyOption.flag(
          "service.table-metrics",
          true,
          "Whether each table has metrics of its own, which are nine series a table.");

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Instruments instruments = new Instruments(registry);
  private final boolean perTable;
  private final Map<String, Long> countedUpTo = new ConcurrentHashMap<>();

  /**
   * @param policy the service's options
   */
  public ServiceMetrics(Policy policy) {
    this.perTable = policy.get(PER_TABLE);
  }

  /** What came of a look. */
  public enum LookResult {
    UNCHANGED,
    LOADED,
    GONE,
    FAILED
  }

  /** Where the metrics are to be read. */
  public PrometheusRegistry registry() {
    return registry;
  }

  public void looked(LookResult result) {
    instruments.add(MetricDefinition.LOOKS_TOTAL, 1, PolicyOption.print(result));
  }

  /** A table was loaded. */
  public void observed(String name, Table table, String branch, Instant now) {
    if (!perTable) {
      return;
    }
    TableObservation.of(table, branch, Optional.ofNullable(countedUpTo.get(name)), now)
        .ifPresent(observation -> observed(name, observation));
  }

  private void observed(String table, TableObservation seen) {
    countedUpTo.put(table, seen.sequenceNumber());
    instruments.set(MetricDefinition.TABLE_FILES, seen.files(), table);
    instruments.set(MetricDefinition.TABLE_BYTES, seen.bytes(), table);
    instruments.set(MetricDefinition.TABLE_DELETE_FILES, seen.deleteFiles(), table);
    instruments.set(MetricDefinition.TABLE_EQUALITY_DELETES, seen.equalityDeletes(), table);
    instruments.set(
        MetricDefinition.TABLE_OLDEST_SNAPSHOT_SECONDS, seconds(seen.oldestSnapshot()), table);
    instruments.add(MetricDefinition.TABLE_INGESTED_BYTES_TOTAL, seen.ingestedBytes(), table);
    amplification(table);
  }

  /** What rewrites plan for a table. */
  public void planned(String table, TaskKind kind, Estimate estimate) {
    if (perTable && kind == TaskKind.REWRITE) {
      instruments.set(MetricDefinition.TABLE_SMALL_FILES, estimate.filesBefore(), table);
    }
  }

  /** A task came to its end. */
  public void ended(TaskEntry entry, Duration throttled, double gain) {
    String kind = PolicyOption.print(entry.kind());
    instruments.add(MetricDefinition.TASKS_TOTAL, 1, kind, entry.ending().label());
    instruments.add(MetricDefinition.TASK_SECONDS_TOTAL, seconds(entry.duration()), kind);
    instruments.add(MetricDefinition.READ_BYTES_TOTAL, entry.result().bytesRead(), kind);
    instruments.add(MetricDefinition.WRITTEN_BYTES_TOTAL, entry.result().bytesWritten(), kind);
    instruments.add(MetricDefinition.FILES_REMOVED_TOTAL, entry.result().filesRemoved(), kind);
    instruments.add(MetricDefinition.FILES_ADDED_TOTAL, entry.result().filesAdded(), kind);
    instruments.add(MetricDefinition.CONFLICTS_TOTAL, entry.result().conflicts(), kind);
    instruments.add(MetricDefinition.THROTTLED_SECONDS_TOTAL, seconds(throttled));
    if (entry.ending() == TaskEntry.Ending.DONE) {
      instruments.add(MetricDefinition.GAIN_BYTES_TOTAL, gain, kind);
    }
    if (!entry.ending().needsPause() && entry.ending() != TaskEntry.Ending.CANCELLED) {
      instruments.set(
          MetricDefinition.LAST_SUCCESS_SECONDS, entry.ended().toEpochMilli() / 1000.0, kind);
    }
    if (perTable) {
      instruments.add(
          MetricDefinition.TABLE_MAINTAINED_BYTES_TOTAL,
          entry.result().bytesWritten(),
          entry.table());
      amplification(entry.table());
    }
  }

  private void amplification(String table) {
    double ingested = instruments.count(MetricDefinition.TABLE_INGESTED_BYTES_TOTAL, table);
    double written = instruments.count(MetricDefinition.TABLE_MAINTAINED_BYTES_TOTAL, table);
    if (ingested > 0) {
      instruments.set(MetricDefinition.TABLE_WRITE_AMPLIFICATION, written / ingested, table);
    }
  }

  /** How much there is to do. */
  public void queue(int running, int waiting) {
    instruments.set(MetricDefinition.TASKS_RUNNING, running);
    instruments.set(MetricDefinition.TASKS_WAITING, waiting);
  }

  /** Who shares the tables. */
  public void shares(int tables, long owned, int members) {
    instruments.set(MetricDefinition.TABLES, tables);
    instruments.set(MetricDefinition.TABLES_OWNED, owned);
    instruments.set(MetricDefinition.MEMBERS, members);
  }

  /** Forgets all tables but these. */
  public void retain(Collection<String> present) {
    Set<String> kept = Set.copyOf(present);
    countedUpTo.keySet().stream()
        .filter(table -> !kept.contains(table))
        .toList()
        .forEach(
            table -> {
              countedUpTo.remove(table);
              instruments.removeTable(table);
            });
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
