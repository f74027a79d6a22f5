/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.ttl;

import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Maintenance;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.TaskKind;
import java.time.Instant;
import java.util.List;
import org.apache.iceberg.Snapshot;

/** Removes rows that have outlived their time, for tables whose policy says so. */
public final class RemoveExpiredRows implements Maintenance {
  private final Patience patience;

  public RemoveExpiredRows(Patience patience) {
    this.patience = patience;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.ROW_TTL;
  }

  @Override
  public List<PolicyOption<?>> options() {
    return TtlOptions.all();
  }

  @Override
  public Assessment assess(TableView view) {
    Policy policy = view.policy();
    if (policy.get(TtlOptions.COLUMN).isEmpty() || policy.get(TtlOptions.AGE).isZero()) {
      return Assessment.nothing(
          "rows stay for ever: " + TtlOptions.COLUMN + " and " + TtlOptions.AGE + " are not set");
    }
    Snapshot head = view.table().snapshot(view.branch());
    if (head == null) {
      return Assessment.nothing("branch " + view.branch() + " has no snapshot");
    }
    TimeColumn column;
    try {
      column = TimeColumn.of(view.table().schema(), policy);
    } catch (IllegalArgumentException e) {
      return new Assessment(
          List.of(),
          List.of(Finding.needsPerson(Finding.WHOLE_TABLE, String.valueOf(e.getMessage()))));
    }
    Instant cutoff = view.now().minus(policy.get(TtlOptions.AGE));
    ExpiredRows expired =
        ExpiredRows.of(
            view.table(), view.branch(), column, cutoff, policy.get(TtlOptions.MIN_EXPIRED_RATIO));
    if (expired.isEmpty()) {
      Finding finding =
          expired.waiting() > 0
              ? Finding.waiting(Finding.WHOLE_TABLE, expired.summary())
              : Finding.skipped(Finding.WHOLE_TABLE, "no row is from before " + cutoff);
      return new Assessment(List.of(), List.of(finding));
    }
    return new Assessment(
        List.of(new TtlTask(view, expired, patience)),
        List.of(Finding.planned(Finding.WHOLE_TABLE, expired.summary())));
  }
}
