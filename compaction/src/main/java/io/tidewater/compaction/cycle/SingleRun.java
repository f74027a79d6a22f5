/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.cycle;

import io.tidewater.compaction.assess.Assessor;
import io.tidewater.compaction.assess.Handles;
import io.tidewater.compaction.assess.KindAssessment;
import io.tidewater.compaction.assess.TableAssessment;
import io.tidewater.compaction.journal.TaskEntry;
import io.tidewater.compaction.run.TaskRunner;
import io.tidewater.compaction.schedule.PlannedTask;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskKind;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;

/** Maintains one table once, without a schedule: kind after kind, in the caller's thread. */
public final class SingleRun {
  private final Catalog catalog;
  private final Assessor assessor;
  private final TaskRunner runner;
  private final InstantSource clock;

  public SingleRun(Catalog catalog, Assessor assessor, TaskRunner runner, InstantSource clock) {
    this.catalog = catalog;
    this.assessor = assessor;
    this.runner = runner;
    this.clock = clock;
  }

  /**
   * Does what the kinds find worth doing, each on what those before it left.
   *
   * @throws org.apache.iceberg.exceptions.NoSuchTableException there is no such table
   * @throws IllegalArgumentException the policy of the table is wrong
   */
  public List<TaskEntry> run(TableIdentifier name, Set<TaskKind> kinds) {
    List<TaskEntry> ended = new ArrayList<>();
    for (TaskKind kind : new TreeSet<>(kinds)) {
      Table table = catalog.loadTable(name);
      TableAssessment assessment =
          assessor.assess(name, Set.of(kind), new Handles(table, () -> catalog.loadTable(name)));
      if (!assessment.problems().isEmpty()) {
        throw new IllegalArgumentException(
            "table " + name + ": " + String.join("; ", assessment.problems()));
      }
      for (KindAssessment assessed : assessment.kinds().values()) {
        for (Task task : assessed.assessment().tasks()) {
          ended.add(runner.run(new PlannedTask(name, task, clock.instant(), List.of())).entry());
        }
      }
    }
    return ended;
  }
}
