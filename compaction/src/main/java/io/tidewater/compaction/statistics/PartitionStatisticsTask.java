/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.statistics;

import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.iceberg.PartitionStatisticsFile;
import org.apache.iceberg.PartitionStatsHandler;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;

/** Counts rows, files and deletes of each partition, on top of the last counts if there are any. */
final class PartitionStatisticsTask implements Task {
  private final TableView view;
  private final String reason;

  PartitionStatisticsTask(TableView view, String reason) {
    this.view = view;
    this.reason = reason;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.STATISTICS;
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  public TaskResult run(TaskContext context) {
    Table table = view.table();
    table.refresh();
    Snapshot head = table.snapshot(view.branch());
    if (head == null) {
      return TaskResult.nothing("the table is empty");
    }
    context.stage("counting partitions");
    @Nullable PartitionStatisticsFile file = compute(table, head);
    if (file == null) {
      return TaskResult.nothing("the table has no partitions yet");
    }
    table.updatePartitionStatistics().setPartitionStatistics(file).commit();
    return new TaskResult(
        TaskResult.Outcome.DONE,
        "counted the partitions of snapshot " + head.snapshotId(),
        0,
        file.fileSizeInBytes(),
        0,
        1,
        0);
  }

  private static @Nullable PartitionStatisticsFile compute(Table table, Snapshot head) {
    try {
      return PartitionStatsHandler.computeAndWriteStatsFile(table, head.snapshotId());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
