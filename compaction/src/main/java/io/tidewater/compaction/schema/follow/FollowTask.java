/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.follow;

import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import io.tidewater.format.schema.EvolutionPlan;
import io.tidewater.format.schema.SchemaChange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;

/** Lets one table follow versions of its subjects, one after the other. */
final class FollowTask implements Task {
  private static final int ATTEMPTS = 10;

  private final Table table;
  private final RecordMapping mapping;
  private final List<Step> steps;

  /**
   * @param steps the versions, the oldest first
   */
  FollowTask(Table table, RecordMapping mapping, List<Step> steps) {
    this.table = table;
    this.mapping = mapping;
    this.steps = List.copyOf(steps);
  }

  @Override
  public TaskKind kind() {
    return TaskKind.SCHEMA;
  }

  @Override
  public String reason() {
    return steps.stream().map(Step::toString).collect(Collectors.joining("; "));
  }

  @Override
  public TaskResult run(TaskContext context) {
    List<SchemaChange> made = new ArrayList<>();
    for (Step step : steps) {
      context.stage("following " + step.version());
      context.advance(0, 0);
      made.addAll(follow(step));
    }
    return made.isEmpty()
        ? TaskResult.nothing("the sink has followed the registry already")
        : TaskResult.done(describe(made));
  }

  /** An answer that got lost needs no care: what has landed is no change in the next plan. */
  private List<SchemaChange> follow(Step step) {
    for (int attempt = 1; ; attempt++) {
      table.refresh();
      EvolutionPlan plan = mapping.plan(table, step.values());
      if (!plan.hasChanges()) {
        return List.of();
      }
      try {
        plan.commitTo(table);
        return plan.changes();
      } catch (CommitFailedException | CommitStateUnknownException e) {
        if (attempt >= ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static String describe(List<SchemaChange> changes) {
    return changes.stream().map(SchemaChange::toString).collect(Collectors.joining(", "));
  }
}
