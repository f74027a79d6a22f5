/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.statistics;

import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Maintenance;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.PartitionStatisticsFile;
import org.apache.iceberg.Partitioning;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;

/** Keeps statistics of partitions and of distinct values, where they are asked for. */
public final class StatisticsMaintenance implements Maintenance {
  @Override
  public TaskKind kind() {
    return TaskKind.STATISTICS;
  }

  @Override
  public List<PolicyOption<?>> options() {
    return StatisticsOptions.ALL;
  }

  @Override
  public Assessment assess(TableView view) {
    Policy policy = view.policy();
    boolean partitions = policy.get(StatisticsOptions.PARTITIONS);
    List<String> columns = policy.get(StatisticsOptions.DISTINCT_COLUMNS);
    Snapshot head = view.table().snapshot(view.branch());
    if (head == null) {
      return Assessment.nothing("the table is empty");
    }
    if (!partitions && columns.isEmpty()) {
      return Assessment.nothing("neither partitions nor columns were asked for");
    }
    List<Task> tasks = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    if (partitions) {
      findings.add(partitions(view, head, tasks));
    }
    if (!columns.isEmpty()) {
      findings.addAll(columns(view, head, tasks));
    }
    return new Assessment(tasks, findings);
  }

  private static Finding partitions(TableView view, Snapshot head, List<Task> tasks) {
    if (!Partitioning.isPartitioned(view.table())) {
      return Finding.skipped(Finding.WHOLE_TABLE, "the table is not partitioned");
    }
    Optional<Duration> age = partitionAge(view, head);
    Duration interval = view.policy().get(StatisticsOptions.INTERVAL);
    if (age.isPresent() && age.get().compareTo(interval) < 0) {
      return Finding.skipped(
          Finding.WHOLE_TABLE, "partitions were counted " + age.get().toMinutes() + " minutes ago");
    }
    String reason =
        age.map(old -> "partitions were counted " + old.toHours() + " hours ago")
            .orElse("partitions were never counted");
    tasks.add(new PartitionStatisticsTask(view, reason));
    return Finding.planned(Finding.WHOLE_TABLE, reason);
  }

  /** Age of the newest counts of the branch; none at all is older than those of the head. */
  private static Optional<Duration> partitionAge(TableView view, Snapshot head) {
    Table table = view.table();
    List<Long> counted =
        table.partitionStatisticsFiles().stream().map(PartitionStatisticsFile::snapshotId).toList();
    if (counted.contains(head.snapshotId())) {
      return Optional.of(Duration.ZERO);
    }
    for (Snapshot each : SnapshotUtil.ancestorsOf(head.snapshotId(), table::snapshot)) {
      if (counted.contains(each.snapshotId())) {
        Instant committed = Instant.ofEpochMilli(each.timestampMillis());
        return Optional.of(Duration.between(committed, view.now()));
      }
    }
    return Optional.empty();
  }

  private static List<Finding> columns(TableView view, Snapshot head, List<Task> tasks) {
    SketchedColumns columns = SketchedColumns.of(view);
    List<Finding> findings = new ArrayList<>(columns.problems());
    if (!columns.schema().columns().isEmpty()) {
      findings.add(sketches(view, columns.schema(), head, tasks));
    }
    return findings;
  }

  private static Finding sketches(TableView view, Schema columns, Snapshot head, List<Task> tasks) {
    SketchPlan plan = new SketchPlanning(view, columns).plan(head);
    String scope = "columns " + columns.columns().stream().map(each -> each.name()).toList();
    if (plan instanceof SketchPlan.Keep keep) {
      return Finding.skipped(scope, keep.reason());
    }
    String reason =
        plan instanceof SketchPlan.Merge merge
            ? "merging files of " + merge.since().size() + " snapshots: " + merge.reason()
            : "reading all files: " + ((SketchPlan.Full) plan).reason();
    tasks.add(new SketchTask(view, columns, head, plan, reason));
    return Finding.planned(scope, reason);
  }
}
