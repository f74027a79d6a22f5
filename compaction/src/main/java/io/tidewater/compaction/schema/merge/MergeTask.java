/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import io.tidewater.compaction.commit.BranchCommitter;
import io.tidewater.compaction.commit.CommitResult;
import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.drift.Baseline;
import io.tidewater.compaction.schema.merge.Refusals.Refusal;
import io.tidewater.compaction.task.Estimate;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types.NestedField;

/** Merges one family: inspects, fills, commits, then swaps the names. */
final class MergeTask implements Task {
  private final Table table;
  private final MergePlan plan;
  private final long bytes;
  private final Surroundings surroundings;

  /** What a task has of the merger that made it. */
  record Surroundings(Patience patience, Refusals refusals) {}

  /**
   * @param bytes of files that may have something to fill
   */
  MergeTask(Table table, MergePlan plan, long bytes, Surroundings surroundings) {
    this.table = table;
    this.plan = plan;
    this.bytes = bytes;
    this.surroundings = surroundings;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.SCHEMA;
  }

  @Override
  public String scope() {
    return plan.family().wanted().name();
  }

  @Override
  public Estimate estimate() {
    return new Estimate(bytes, bytes, 0, 0, 0);
  }

  @Override
  public String reason() {
    NestedField merged = plan.family().merged();
    return "%s (%s) takes the values of %s from files of %,d bytes%s"
        .formatted(
            merged.name(),
            merged.type(),
            plan.family().olderNames(),
            bytes,
            plan.family().isNamed() ? "" : ", then the name " + scope());
  }

  @Override
  public TaskResult run(TaskContext context) {
    table.refresh();
    Optional<MergePlan> now = plan.now(table);
    if (now.isEmpty()) {
      return TaskResult.givenUp("the columns of " + scope() + " have changed");
    }
    Optional<String> obstacle = now.get().obstacle(table);
    if (obstacle.isPresent()) {
      return TaskResult.nothing(obstacle.get());
    }
    Snapshot head = table.snapshot(plan.branch());
    return head == null
        ? named(now.get(), Optional.empty(), Filled.NOTHING)
        : fill(now.get(), head, context);
  }

  private TaskResult fill(MergePlan now, Snapshot head, TaskContext context) {
    FamilyFiles files = FamilyFiles.of(table, head, now.family());
    // Of the table's own nobody knows who else refreshes it while threads read.
    FillWork work = new FillWork(SerializableTable.copyOf(table), now.family(), context);
    context.expect(files.bytes());
    context.stage("looking for values of " + now.family().olderNames());
    FillWork.Found found = work.inspect(files.suspects());
    if (found.seen().lossy() > 0) {
      return refuse(now, found.seen(), context.clock().instant());
    }
    context.stage("filling " + now.family().merged().name());
    List<FilledFile> filled = work.fill(found.toFill());
    if (filled.isEmpty()) {
      return named(now, Optional.of(through(head, head.snapshotId())), Filled.NOTHING);
    }
    context.stage("committing");
    boolean others = files.others() + files.suspects().size() > filled.size();
    FillCommit change = new FillCommit(table, Baseline.of(table, head), filled, others);
    CommitResult result =
        new BranchCommitter(table, plan.branch(), context::newId, surroundings.patience())
            .commit(change);
    if (!(result instanceof CommitResult.Landed landed)) {
      return TaskResult.givenUp(((CommitResult.GivenUp) result).reason());
    }
    Filled done = Filled.of(filled, found.seen().toFill(), change.committed());
    return done.isWhole()
        ? named(now, Optional.of(through(head, landed.snapshotId())), done)
        : done.result("other commits have changed the rest of the files");
  }

  private static MergedThrough through(Snapshot read, long snapshotId) {
    return new MergedThrough(read.sequenceNumber(), snapshotId);
  }

  private TaskResult refuse(MergePlan now, Inspection seen, Instant time) {
    String reason =
        "%,d rows have a value in %s that %s (%s) cannot hold, such as one where %s. Nothing was changed; change these rows, or take %s out of %s"
            .formatted(
                seen.lossy(),
                now.family().olderNames(),
                now.family().merged().name(),
                now.family().merged().type(),
                seen.example().orElse(""),
                scope(),
                MergeOptions.COLUMNS.name());
    surroundings.refusals().add(now.refusalKey(table), new Refusal(now.family(), reason, time));
    return TaskResult.nothing(reason);
  }

  private TaskResult named(MergePlan now, Optional<MergedThrough> through, Filled done) {
    return new SchemaCommit(table, now, surroundings.patience()).commit(through)
        ? done.result("")
        : done.result(
            "the columns have changed in the meantime; their names wait for another look");
  }
}
