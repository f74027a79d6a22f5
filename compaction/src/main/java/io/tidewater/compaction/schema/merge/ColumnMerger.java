/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.format.schema.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/** Finds columns to be merged. Thread-safe. */
public final class ColumnMerger {
  private final Patience patience;
  private final Refusals refusals = new Refusals();

  /**
   * @param patience between attempts to commit
   */
  public ColumnMerger(Patience patience) {
    this.patience = patience;
  }

  /**
   * Looks at the columns that the policy names.
   *
   * @param naming as the table's sink has it
   */
  public Assessment assess(TableView view, Naming naming) {
    List<Task> tasks = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (String column : view.policy().get(MergeOptions.COLUMNS)) {
      Optional<ColumnFamily> family = ColumnFamily.of(view.table().schema(), column);
      if (family.isEmpty()) {
        findings.add(Finding.skipped(column, "column " + column + " has no versions beside it"));
      } else {
        look(view, new MergePlan(family.get(), naming, view.branch()), tasks, findings);
      }
    }
    return new Assessment(tasks, findings);
  }

  private void look(TableView view, MergePlan plan, List<Task> tasks, List<Finding> findings) {
    Table table = view.table();
    String scope = plan.family().wanted().name();
    Optional<String> obstacle =
        plan.obstacle(table)
            .or(() -> refusals.of(plan.refusalKey(table), plan.family(), view.now()));
    if (obstacle.isPresent()) {
      findings.add(Finding.needsPerson(scope, "cannot be merged: " + obstacle.get()));
      return;
    }
    Snapshot head = table.snapshot(view.branch());
    long bytes = head == null ? 0 : FamilyFiles.of(table, head, plan.family()).bytes();
    if (bytes == 0 && plan.family().isNamed()) {
      findings.add(
          Finding.skipped(scope, "all values are in it; " + plan.family().olderNames() + " stays"));
      return;
    }
    Task task = new MergeTask(table, plan, bytes, new MergeTask.Surroundings(patience, refusals));
    findings.add(Finding.planned(scope, task.reason()));
    tasks.add(task);
  }
}
