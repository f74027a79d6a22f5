/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.repack;

import io.tidewater.compaction.commit.BranchCommitter;
import io.tidewater.compaction.commit.CommitResult;
import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.deletes.DeleteOptions;
import io.tidewater.compaction.deletes.live.PositionDeletes;
import io.tidewater.compaction.deletes.live.SnapshotFiles;
import io.tidewater.compaction.deletes.write.PositionWriter;
import io.tidewater.compaction.drift.Baseline;
import io.tidewater.compaction.drift.PlanLostException;
import io.tidewater.compaction.task.Estimate;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import io.tidewater.compaction.task.TaskResult.Outcome;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/** Plans anew on the head that it finds, writes, and swaps all that still holds with one commit. */
final class RepackTask implements Task {
  private final TableView view;
  private final Estimate estimate;
  private final String reason;
  private final Patience patience;

  RepackTask(TableView view, Estimate estimate, String reason, Patience patience) {
    this.view = view;
    this.estimate = estimate;
    this.reason = reason;
    this.patience = patience;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.REPACK_DELETES;
  }

  @Override
  public Estimate estimate() {
    return estimate;
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
      return TaskResult.nothing("branch " + view.branch() + " has no snapshot");
    }
    RepackPlan plan = RepackDeletes.plan(view, head, new ArrayList<>());
    if (plan.isEmpty()) {
      return TaskResult.nothing("delete files are as they should be");
    }
    context.expect(2 * plan.bytes());
    try {
      Repacking repacking = repacking(table, head, plan, context);
      CommitResult result =
          new BranchCommitter(table, view.branch(), context::newId, patience).commit(repacking);
      return result instanceof CommitResult.GivenUp givenUp
          ? TaskResult.givenUp(givenUp.reason())
          : result(plan, repacking.latest());
    } catch (PlanLostException e) {
      return TaskResult.givenUp(String.valueOf(e.getMessage()));
    }
  }

  private Repacking repacking(Table table, Snapshot head, RepackPlan plan, TaskContext context) {
    context.stage("packing " + plan.pack().size() + " deletion vectors");
    long target = view.policy().get(DeleteOptions.REPACK_TARGET);
    Map<DeleteFile, DeleteFile> packed =
        new VectorPacker(
                table, context.newId().toString(), target, bytes -> context.advance(bytes, bytes))
            .pack(plan.pack());
    context.stage("merging position deletes of " + plan.merge().size() + " data files");
    PositionDeletes live =
        PositionDeletes.of(
            new SnapshotFiles(table, head),
            plan.merge().stream().map(ContentFile::location).collect(Collectors.toSet()));
    return new Repacking(
        Baseline.of(table, head), plan, packed, live, new PositionWriter(table, context.newId()));
  }

  private static TaskResult result(RepackPlan plan, Repacking.Swap swap) {
    return new TaskResult(
        swap.conflicts() == 0 ? Outcome.DONE : Outcome.PARTLY,
        swap.removed() + " deletes were replaced by " + swap.added(),
        plan.bytes(),
        plan.bytes(),
        swap.removed(),
        swap.added(),
        swap.conflicts());
  }
}
