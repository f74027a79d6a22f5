/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.maintain;

import io.tidewater.compaction.commit.BranchCommitter;
import io.tidewater.compaction.commit.CommitResult;
import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.drift.Baseline;
import io.tidewater.compaction.drift.PlanLostException;
import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.RewriteEngine;
import io.tidewater.compaction.rewrite.RewrittenGroup;
import io.tidewater.compaction.rewrite.commit.Fate;
import io.tidewater.compaction.rewrite.commit.FinishedGroup;
import io.tidewater.compaction.rewrite.commit.RewriteChange;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits finished groups, many at a time, and keeps the score. */
final class Batches implements RewriteEngine.Outcomes {
  private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

  private final Table table;
  private final String branch;
  private final Baseline baseline;
  private final Terms terms;
  private final TaskContext context;
  private final BranchCommitter committer;
  private final Score score = new Score();
  private final List<FinishedGroup> waiting = new ArrayList<>();
  private long waitingBytes;

  /**
   * How it commits.
   *
   * @param commitBytes after how much input
   * @param patience between attempts
   */
  record Terms(long commitBytes, Patience patience) {}

  Batches(Table table, String branch, Baseline baseline, Terms terms, TaskContext context) {
    this.table = table;
    this.branch = branch;
    this.baseline = baseline;
    this.terms = terms;
    this.context = context;
    this.committer = new BranchCommitter(table, branch, context::newId, terms.patience());
  }

  @Override
  public void rewritten(FileGroup group, RewrittenGroup result) {
    waiting.add(new FinishedGroup(group, result));
    waitingBytes += group.inputBytes();
    if (waitingBytes >= terms.commitBytes()) {
      commit();
    }
  }

  @Override
  public void failed(FileGroup group, RuntimeException cause) {
    LOG.warn("group failed table={} group={}", table.name(), group.id(), cause);
    if (replacedByOthers(group)) {
      // Whoever replaced its inputs may have deleted them, too.
      score.lost();
    } else {
      score.failed(cause);
    }
  }

  private boolean replacedByOthers(FileGroup group) {
    table.refresh();
    Snapshot head = table.snapshot(branch);
    if (head == null) {
      return true;
    }
    try {
      Set<String> gone = new HashSet<>();
      baseline.until(table, head).removedFiles().forEach(file -> gone.add(file.location()));
      return group.inputs().stream().anyMatch(task -> gone.contains(task.file().location()));
    } catch (PlanLostException | NotFoundException e) {
      return true;
    }
  }

  private void commit() {
    context.stage("committing " + waiting.size() + " groups");
    List<FinishedGroup> batch = List.copyOf(waiting);
    waiting.clear();
    waitingBytes = 0;
    RewriteChange change = new RewriteChange(table, baseline, batch, context::newId);
    CommitResult result;
    try {
      result = committer.commit(change);
    } catch (PlanLostException e) {
      batch.forEach(group -> score.lost(new Fate.Lost(group, String.valueOf(e.getMessage()))));
      return;
    }
    if (result instanceof CommitResult.Landed) {
      change.landing().forEach(lands -> score.landed(lands.group()));
      change.lost().forEach(score::lost);
    } else if (result instanceof CommitResult.GivenUp givenUp) {
      batch.forEach(group -> score.lost(new Fate.Lost(group, givenUp.reason())));
    }
  }

  /** Commits the rest and tells how it went. */
  TaskResult finish() {
    if (!waiting.isEmpty()) {
      commit();
    }
    return score.result();
  }
}
