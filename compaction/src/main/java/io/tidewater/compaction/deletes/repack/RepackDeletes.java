/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.repack;

import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.deletes.DeleteOptions;
import io.tidewater.compaction.deletes.live.SnapshotFiles;
import io.tidewater.compaction.deletes.repack.RepackPlan.Limits;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Estimate;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Maintenance;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.TaskKind;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.TableUtil;

/**
 * Packs small files of deletion vectors together, makes position deletes one for each data file
 * (deletion vectors on format v3), and removes deletes that nothing is subject to any more.
 */
public final class RepackDeletes implements Maintenance {
  private final Patience patience;

  /**
   * @param patience waits between attempts to commit
   */
  public RepackDeletes(Patience patience) {
    this.patience = patience;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.REPACK_DELETES;
  }

  @Override
  public List<PolicyOption<?>> options() {
    return DeleteOptions.OF_REPACKING;
  }

  @Override
  public Assessment assess(TableView view) {
    Snapshot head = view.table().snapshot(view.branch());
    if (head == null) {
      return Assessment.nothing("branch " + view.branch() + " has no snapshot");
    }
    if ("0".equals(head.summary().get(SnapshotSummary.TOTAL_DELETE_FILES_PROP))) {
      return Assessment.nothing("no delete files");
    }
    List<Finding> findings = new ArrayList<>();
    RepackPlan plan = plan(view, head, findings);
    if (plan.isEmpty()) {
      findings.add(Finding.skipped(Finding.WHOLE_TABLE, "delete files are as they should be"));
      return new Assessment(List.of(), findings);
    }
    Estimate estimate =
        new Estimate(
            plan.bytes(),
            plan.bytes(),
            plan.filesBefore(),
            1 + plan.merge().size(),
            (double) plan.filesBefore() * Estimate.OPEN_FILE_COST);
    String reason =
        plan.dangling().size()
            + " dangling deletes, "
            + plan.pack().size()
            + " deletion vectors in small files, "
            + plan.merge().size()
            + " data files with several position deletes";
    return new Assessment(List.of(new RepackTask(view, estimate, reason, patience)), findings);
  }

  static RepackPlan plan(TableView view, Snapshot head, List<Finding> findings) {
    Limits limits =
        new Limits(
            view.policy().get(DeleteOptions.REPACK_FILES),
            view.policy().get(DeleteOptions.REPACK_TARGET),
            view.policy().get(DeleteOptions.REMOVE_DANGLING),
            TableUtil.formatVersion(view.table()) >= 3);
    return RepackPlan.of(
        Inventory.of(new SnapshotFiles(view.table(), head)),
        limits,
        scope -> scope.name(view.table().specs()),
        findings);
  }
}
