/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.ttl;

import io.tidewater.compaction.commit.BranchCommitter;
import io.tidewater.compaction.commit.Change;
import io.tidewater.compaction.commit.CommitResult;
import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.rows.HideRows;
import io.tidewater.compaction.rows.MatchingRows;
import io.tidewater.compaction.rows.RowsOfFile;
import io.tidewater.compaction.storage.StoreClock;
import io.tidewater.compaction.task.Estimate;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import io.tidewater.compaction.task.TaskResult.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Evaluator;
import org.apache.iceberg.io.SupportsPrefixOperations;

/** Removes what has expired by the time it runs. */
final class TtlTask implements Task {
  private final TableView view;
  private final ExpiredRows planned;
  private final Patience patience;

  TtlTask(TableView view, ExpiredRows planned, Patience patience) {
    this.view = view;
    this.planned = planned;
    this.patience = patience;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.ROW_TTL;
  }

  @Override
  public Estimate estimate() {
    long read = planned.partly().stream().mapToLong(task -> task.file().fileSizeInBytes()).sum();
    long spared = planned.whole().stream().mapToLong(DataFile::fileSizeInBytes).sum();
    return new Estimate(
        read,
        0,
        planned.whole().size(),
        0,
        spared + (double) planned.whole().size() * Estimate.OPEN_FILE_COST);
  }

  @Override
  public String reason() {
    return planned.summary();
  }

  @Override
  public TaskResult run(TaskContext context) {
    Table table = view.table();
    Instant cutoff = earlierOf(context).minus(view.policy().get(TtlOptions.AGE));
    table.refresh();
    Snapshot head = table.snapshot(view.branch());
    if (head == null) {
      return TaskResult.nothing("branch " + view.branch() + " has no snapshot");
    }
    TimeColumn column = TimeColumn.of(table.schema(), view.policy());
    ExpiredRows expired =
        ExpiredRows.of(
            table, view.branch(), column, cutoff, view.policy().get(TtlOptions.MIN_EXPIRED_RATIO));
    if (expired.isEmpty()) {
      return TaskResult.nothing("no row has expired");
    }
    List<DataFile> whole = new ArrayList<>(expired.whole());
    List<RowsOfFile> rows = read(expired, column, whole, context);
    BranchCommitter committer = new BranchCommitter(table, view.branch(), context::newId, patience);
    DropFiles drop = new DropFiles(table, expired.baseline(), whole);
    HideRows hide = new HideRows(table, expired.baseline(), rows, context::newId);
    context.stage("committing");
    long dropped = whole.isEmpty() ? 0 : landed(committer, drop) ? drop.dropped().size() : 0;
    long hidden = rows.isEmpty() ? 0 : landed(committer, hide) ? hide.hidden() : 0;
    long missed = whole.size() - dropped + hide.missed();
    if (dropped == 0 && hidden == 0) {
      return missed == 0
          ? TaskResult.nothing("no row has expired")
          : TaskResult.givenUp("others rewrote all files that hold expired rows");
    }
    return new TaskResult(
        missed == 0 ? Outcome.DONE : Outcome.PARTLY,
        "Removed all rows of "
            + dropped
            + " files and "
            + hidden
            + " single rows, from before "
            + cutoff,
        0,
        0,
        dropped,
        0,
        missed);
  }

  /** Finds single rows, and files that turn out to hold no other. */
  private List<RowsOfFile> read(
      ExpiredRows expired, TimeColumn column, List<DataFile> whole, TaskContext context) {
    Schema columns = view.table().schema().select(column.name());
    Evaluator past = new Evaluator(columns.asStruct(), column.before(expired.cutoff()));
    MatchingRows matching = new MatchingRows(view.table(), columns, past::eval);
    List<RowsOfFile> rows = new ArrayList<>();
    context.expect(
        expired.partly().stream().mapToLong(task -> task.file().fileSizeInBytes()).sum());
    for (FileScanTask task : expired.partly()) {
      context.stage("reading " + task.file().location());
      RowsOfFile found = matching.undeleted(task);
      if (found.count() == task.file().recordCount()) {
        whole.add(task.file());
      } else if (found.count() > 0) {
        rows.add(found);
      }
      context.advance(task.file().fileSizeInBytes(), 0);
    }
    return rows;
  }

  private static boolean landed(BranchCommitter committer, Change change) {
    return committer.commit(change) instanceof CommitResult.Landed;
  }

  /** The time by the service's clock or the storage's, if it tells. */
  private Instant earlierOf(TaskContext context) {
    Instant ours = context.clock().instant();
    if (view.table().io() instanceof SupportsPrefixOperations storage) {
      Instant theirs =
          new StoreClock(view.table(), storage)
              .ask(context.newId(), ours, view.policy().get(TtlOptions.MAX_CLOCK_SKEW));
      return theirs.isBefore(ours) ? theirs : ours;
    }
    return ours;
  }
}
