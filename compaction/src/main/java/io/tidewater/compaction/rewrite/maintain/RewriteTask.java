/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.maintain;

import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.drift.Baseline;
import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.RewriteEngine;
import io.tidewater.compaction.rewrite.plan.GroupPlanner;
import io.tidewater.compaction.rewrite.plan.RewriteOptions;
import io.tidewater.compaction.rewrite.plan.Verdict;
import io.tidewater.compaction.task.Estimate;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/**
 * Rewrites some partitions. Their files are listed when it runs, on the head of that time, so that
 * a task that waited long meets no more conflicts than one that did not.
 */
final class RewriteTask implements Task {
  private static final int SHOWN = 3;

  private final TableView view;
  private final List<Verdict> verdicts;
  private final RewriteEngine engine;
  private final Patience patience;

  RewriteTask(TableView view, List<Verdict> verdicts, RewriteEngine engine, Patience patience) {
    this.view = view;
    this.verdicts = List.copyOf(verdicts);
    this.engine = engine;
    this.patience = patience;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.REWRITE;
  }

  @Override
  public String scope() {
    return verdicts.size() == 1
        ? Scope.of(verdicts.get(0).partition(), view.table())
        : Finding.WHOLE_TABLE;
  }

  @Override
  public Estimate estimate() {
    return verdicts.stream().map(Verdict::estimate).reduce(Estimate.NEGLIGIBLE, Estimate::plus);
  }

  @Override
  public String reason() {
    if (verdicts.size() == 1) {
      return verdicts.get(0).reason();
    }
    String shown =
        verdicts.stream()
            .limit(SHOWN)
            .map(verdict -> Scope.of(verdict.partition(), view.table()) + ": " + verdict.reason())
            .collect(Collectors.joining("; "));
    return verdicts.size() + " partitions, the most worthwhile first: " + shown;
  }

  @Override
  public TaskResult run(TaskContext context) {
    Table table = view.table();
    context.stage("planning");
    table.refresh();
    Snapshot head = table.snapshot(view.branch());
    if (head == null) {
      return TaskResult.nothing("branch " + view.branch() + " has no snapshot any more");
    }
    Baseline baseline = Baseline.of(table, head);
    List<FileGroup> groups =
        new GroupPlanner(table, view.policy()).plan(view.branch(), head, verdicts);
    if (groups.isEmpty()) {
      return TaskResult.nothing("no files are left that are worth rewriting");
    }
    context.expect(2 * groups.stream().mapToLong(FileGroup::inputBytes).sum());
    Batches batches =
        new Batches(
            table,
            view.branch(),
            baseline,
            new Batches.Terms(view.policy().get(RewriteOptions.COMMIT_BYTES), patience),
            context);
    context.stage("rewriting " + groups.size() + " groups");
    engine.run(SerializableTable.copyOf(table), groups, context, batches);
    return batches.finish();
  }
}
