/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.upkeep;

import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import org.apache.iceberg.ExpireSnapshots;
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
  public String reason() {
    return reason;
  }

  /** The library decides on the very metadata that it commits what is unused. */
  @Override
  public TaskResult run(TaskContext context) {
    table.refresh();
    int before = table.schemas().size() + table.specs().size();
    ExpireSnapshots update =
        table
            .expireSnapshots()
            .expireOlderThan(NEVER)
            .cleanExpiredMetadata(true)
            .cleanupLevel(CleanupLevel.NONE);
    // The library heeds what branches say of their snapshots' age, whatever it is asked for.
    int aged = update.apply().size();
    if (aged > 0) {
      return TaskResult.givenUp(
          aged
              + " snapshots are older than their branch allows, and would go with it: expire first");
    }
    try {
      update.commit();
    } catch (CommitFailedException e) {
      return TaskResult.givenUp("another commit came first: " + e.getMessage());
    }
    table.refresh();
    int gone = before - table.schemas().size() - table.specs().size();
    return TaskResult.done("took out %d schemas and partition specs".formatted(gone));
  }
}
