/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.expiry.SnapshotRemoval.Removed;
import io.tidewater.compaction.task.Estimate;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.exceptions.CommitFailedException;

/** Expiry of one table. Decides anew when it runs, and for each batch. */
final class ExpiryTask implements Task {
  /** So many are swept together; what they held has to be remembered until then. */
  private static final int SWEPT_TOGETHER = 5_000;

  private final TableView view;
  private final Verdict planned;
  private final String reason;
  private final Patience patience;
  private final Pause pause;

  ExpiryTask(TableView view, Verdict planned, String reason, Patience patience, Pause pause) {
    this.view = view;
    this.planned = planned;
    this.reason = reason;
    this.patience = patience;
    this.pause = pause;
  }

  static Verdict decide(TableView view, TableMetadata metadata, Instant now) {
    List<String> watermarks = view.policy().get(ExpiryOptions.WATERMARKS);
    History history = new HistoryReading(watermarks).of(metadata);
    return Retention.decide(history, RetentionLimits.of(view.policy()), now);
  }

  @Override
  public TaskKind kind() {
    return TaskKind.EXPIRE;
  }

  @Override
  public Estimate estimate() {
    return new Estimate(0, 0, planned.expired().size(), 0, 0);
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  public TaskResult run(TaskContext context) {
    TableState state = new TableState(view.table());
    if (!state.mayDeleteFiles()) {
      return TaskResult.nothing("gc.enabled is false");
    }
    SnapshotRemoval removal =
        new SnapshotRemoval(
            state, metadata -> decide(view, metadata, context.clock().instant()), patience);
    FileDeletion deletion =
        new FileDeletion(
            view.table().io(),
            view.policy().get(ExpiryOptions.DELETES_PER_SECOND),
            context.clock(),
            pause);
    long snapshots = 0;
    List<Removed> round = removeSome(removal, context);
    while (!round.isEmpty()) {
      snapshots += round.stream().mapToLong(removed -> removed.snapshots().size()).sum();
      if (view.policy().get(ExpiryOptions.DELETE_FILES)) {
        context.stage("deleting what " + snapshots + " expired snapshots held");
        sweep(state, round, deletion, context);
      }
      round = removeSome(removal, context);
    }
    return result(snapshots, deletion);
  }

  private List<Removed> removeSome(SnapshotRemoval removal, TaskContext context) {
    List<Removed> round = new ArrayList<>();
    int snapshots = 0;
    long batch = Math.max(1, view.policy().get(ExpiryOptions.BATCH));
    while (snapshots < SWEPT_TOGETHER) {
      context.stage("removing snapshots");
      try {
        Removed removed = removal.remove(batch);
        if (removed.isEmpty()) {
          break;
        }
        round.add(removed);
        snapshots += removed.snapshots().size();
      } catch (CommitFailedException e) {
        if (round.isEmpty()) {
          throw e;
        }
        break; // what others left us time for is swept first
      }
    }
    return round;
  }

  private void sweep(
      TableState state, List<Removed> round, FileDeletion deletion, TaskContext context) {
    Table table = view.table();
    Set<Long> gone = new HashSet<>();
    round.forEach(removed -> gone.addAll(removed.ids()));
    LiveFiles live = new LiveFiles(state, table.io(), round.get(0).before(), gone, context);
    new FileSweep(table, live, deletion, context).sweep(round);
  }

  private static TaskResult result(long snapshots, FileDeletion deletion) {
    if (snapshots == 0 && deletion.deleted() == 0) {
      return TaskResult.nothing("nothing was left to expire");
    }
    String failures =
        deletion.failed() == 0
            ? ""
            : "; " + deletion.failed() + " could not be deleted, and are left to orphan removal";
    return new TaskResult(
        TaskResult.Outcome.DONE,
        snapshots + " snapshots expired, " + deletion.deleted() + " files deleted" + failures,
        0,
        0,
        deletion.deleted(),
        0,
        0);
  }
}
