/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import io.tidewater.compaction.commit.BranchCommitter;
import io.tidewater.compaction.commit.Change.Attempt;
import io.tidewater.compaction.commit.CommitResult;
import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.drift.Baseline;
import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.Ordering;
import io.tidewater.compaction.rewrite.Workplace;
import io.tidewater.compaction.rewrite.commit.FinishedGroup;
import io.tidewater.compaction.rewrite.commit.RewriteChange;
import io.tidewater.compaction.rewrite.row.RowRewriter;
import io.tidewater.compaction.rows.HideRows;
import io.tidewater.compaction.rows.MatchingRows;
import io.tidewater.compaction.rows.RowsOfFile;
import io.tidewater.compaction.task.TaskContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.PropertyUtil;

/**
 * Frees the head of one branch of keys, in steps that each leave a whole table behind: rows are
 * deleted, then the files in which they are still stored are written anew, then equality deletes
 * that name the keys.
 */
final class BranchErasure {
  private final Table table;
  private final String branch;
  private final Match match;
  private final TaskContext context;
  private final BranchCommitter committer;
  private final Path spillFolder;
  private long rows;

  BranchErasure(
      ErasedTable subject, String branch, TaskContext context, Patience patience, Path spill) {
    this.table = subject.table();
    this.branch = branch;
    this.match = subject.match();
    this.context = context;
    this.committer = new BranchCommitter(table, branch, context::newId, patience);
    this.spillFolder = spill;
  }

  /** How many rows were deleted. */
  long rows() {
    return rows;
  }

  /** Deletes the rows of some files from what readers see. */
  void hide(Set<String> files) {
    table.refresh();
    Baseline baseline = Baseline.of(table, table.snapshot(branch));
    MatchingRows matching = new MatchingRows(table, match.columns(), match.condition());
    List<RowsOfFile> found = new ArrayList<>();
    for (FileScanTask task : tasks(files)) {
      RowsOfFile some = matching.undeleted(task);
      if (some.count() > 0) {
        found.add(some);
      }
    }
    if (!found.isEmpty()) {
      HideRows hide = new HideRows(table, baseline, found, context::newId);
      if (committer.commit(hide) instanceof CommitResult.Landed) {
        rows += hide.hidden();
      }
    }
  }

  /** Writes files anew without their deleted rows. */
  void rewrite(Set<String> files) {
    table.refresh();
    Baseline baseline = Baseline.of(table, table.snapshot(branch));
    RowRewriter rewriter =
        new RowRewriter(table, new Workplace(context.memory(), spillFolder, context::newId));
    List<FinishedGroup> finished = new ArrayList<>();
    for (FileScanTask task : tasks(files)) {
      context.stage("rewriting " + task.file().location());
      FileGroup group =
          new FileGroup(
              finished.size(),
              List.of(task),
              task.file().specId(),
              baseline.sequenceNumber(),
              targetBytes(),
              new Ordering.AsTheyStood());
      finished.add(new FinishedGroup(group, rewriter.rewrite(group, context::advance)));
    }
    if (!finished.isEmpty()) {
      committer.commit(new RewriteChange(table, baseline, finished, context::newId));
    }
  }

  /** Writes equality deletes anew without the keys, if no data file stores rows of theirs. */
  void purge(Search search) {
    table.refresh();
    Baseline baseline = Baseline.of(table, table.snapshot(branch));
    Holdings held = search.in(List.of(baseline.snapshot()));
    if (held.dataFiles().isEmpty() && !held.equalityDeletes().isEmpty()) {
      committer.commit(
          new PurgeEqualityDeletes(
              table, match, baseline, held.equalityDeletes().values(), context::newId));
    }
  }

  /** Puts a snapshot that carries the ledger on the head, so that those before it may go. */
  void carryLedger() {
    committer.commit(head -> new Attempt.Commit<>(Transaction::newFastAppend));
  }

  private List<FileScanTask> tasks(Set<String> files) {
    List<FileScanTask> tasks = new ArrayList<>();
    try (CloseableIterable<FileScanTask> all =
        table.newScan().useRef(branch).filter(match.pruning()).ignoreResiduals().planFiles()) {
      for (FileScanTask task : all) {
        if (files.contains(task.file().location())) {
          tasks.add(task);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tasks;
  }

  private long targetBytes() {
    return PropertyUtil.propertyAsLong(
        table.properties(),
        TableProperties.WRITE_TARGET_FILE_SIZE_BYTES,
        TableProperties.WRITE_TARGET_FILE_SIZE_BYTES_DEFAULT);
  }
}
