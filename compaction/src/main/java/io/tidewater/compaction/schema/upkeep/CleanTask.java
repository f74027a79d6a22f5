/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.upkeep;

import io.tidewater.compaction.task.Estimate;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import org.apache.iceberg.ExpireSnapshots.CleanupLevel;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitFailedException;

/** Takes schemas and partition specs that nothing uses out of a table's metadata. */
final class CleanTask implements Task {
  /** No snapshot is older than this. */
  private static final long NEVER = 0;

  private final Table table;
  private final String reason;

  CleanTask(Table table, String reason) {
    this.table = table;
    this.reason = reason;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.SCHEMA;
  }

  @Override
  public String scope() {
    return Finding.WHOLE_TABLE;
  }

  @Override
  public Estimate estimate() {
    return Estimate.NEGLIGIBLE;
  }

  @Override
  public String reason() {
    return reason;
  }

  /** The library decides on the very metadata that it commits what is unused. */
  @Override
  public TaskResult run(TaskContext context) {
    table.refresh();
    int before = table.schemas().size() + table.specs().size();
    try {
      table
          .expireSnapshots()
          .expireOlderThan(NEVER)
          .cleanExpiredMetadata(true)
          .cleanupLevel(CleanupLevel.NONE)
          .commit();
    } catch (CommitFailedException e) {
      return TaskResult.givenUp("another commit came first: " + e.getMessage());
    }
    table.refresh();
    int gone = before - table.schemas().size() - table.specs().size();
    return TaskResult.done("took out %d schemas and partition specs".formatted(gone));
  }
}
