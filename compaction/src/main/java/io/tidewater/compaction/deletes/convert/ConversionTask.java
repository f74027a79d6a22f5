/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import io.tidewater.compaction.commit.BranchCommitter;
import io.tidewater.compaction.commit.CommitResult;
import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.deletes.key.KeyArena;
import io.tidewater.compaction.deletes.live.EqualityDelete;
import io.tidewater.compaction.deletes.live.Scope;
import io.tidewater.compaction.deletes.live.SnapshotFiles;
import io.tidewater.compaction.deletes.scan.KeyReader;
import io.tidewater.compaction.deletes.write.PositionWriter;
import io.tidewater.compaction.drift.PlanLostException;
import io.tidewater.compaction.task.Estimate;
import io.tidewater.compaction.task.MemoryBudget;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;

/**
 * Converts what was pending when the table was looked at, batch by batch, each with a commit of its
 * own. Deletes that come while it works are left to the next time, so that it ends.
 */
final class ConversionTask implements Task {
  private static final int CONFLICTS_IN_A_ROW = 3;

  private final TableView view;
  private final Order order;
  private final Estimate estimate;
  private final String reason;
  private final Patience patience;

  /**
   * What is to be converted.
   *
   * @param latest sequence number of the deletes
   * @param memory for keys, in bytes
   */
  record Order(Set<Scope> scopes, long latest, long memory) {}

  ConversionTask(TableView view, Order order, Estimate estimate, String reason, Patience patience) {
    this.view = view;
    this.order = order;
    this.estimate = estimate;
    this.reason = reason;
    this.patience = patience;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.CONVERT_DELETES;
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
    context.expect(estimate.bytesRead() + estimate.bytesWritten());
    Progress progress = new Progress();
    try (MemoryBudget.Share share = context.memory().take(order.memory())) {
      KeyArena arena = new KeyArena(share.bytes());
      int conflicts = 0;
      while (true) {
        Table table = view.table();
        table.refresh();
        Snapshot head = table.snapshot(view.branch());
        List<EqualityDelete> pending = head == null ? List.of() : pending(table, head);
        if (head == null || pending.isEmpty()) {
          return progress.result();
        }
        context.stage("converting " + pending.size() + " equality deletes");
        Batch batch = new Batch(Batches.first(pending, share.bytes()), table);
        CommitResult result = convert(head, batch, arena, context, progress);
        if (result instanceof CommitResult.GivenUp givenUp) {
          progress.conflict(givenUp.reason());
          if (++conflicts >= CONFLICTS_IN_A_ROW) {
            return progress.result();
          }
        } else {
          conflicts = 0;
        }
      }
    }
  }

  private List<EqualityDelete> pending(Table table, Snapshot head) {
    return new SnapshotFiles(table, head)
        .equalityDeletes().stream()
            .filter(delete -> delete.sequenceNumber() <= order.latest())
            .filter(delete -> order.scopes().contains(delete.scope()))
            .toList();
  }

  private CommitResult convert(
      Snapshot head, Batch batch, KeyArena arena, TaskContext context, Progress progress) {
    Table table = view.table();
    KeyReader reader = new KeyReader(table);
    BatchKeys keys =
        new BatchKeys(
            batch,
            delete -> reader.open(delete.file(), delete.keys(), Expressions.alwaysTrue()),
            arena,
            bytes -> {
              progress.read(bytes);
              context.advance(bytes, 0);
            });
    Scanner scanner = new Scanner(keys, reader, context);
    try {
      Conversion conversion =
          new Conversion(table, head, batch, scanner, new PositionWriter(table, context.newId()));
      CommitResult result =
          new BranchCommitter(table, view.branch(), context::newId, patience).commit(conversion);
      if (result instanceof CommitResult.Landed) {
        progress.landed(batch.deletes().size(), conversion.outcome());
        context.advance(0, conversion.outcome().bytesAdded());
      }
      return result;
    } catch (PlanLostException e) {
      return new CommitResult.GivenUp(String.valueOf(e.getMessage()));
    } finally {
      progress.read(scanner.bytesRead());
    }
  }
}
