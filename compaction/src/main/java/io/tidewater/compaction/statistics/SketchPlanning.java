/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.statistics;

import io.tidewater.compaction.statistics.SketchPlan.Limits;
import io.tidewater.compaction.statistics.SketchPlan.Step;
import io.tidewater.compaction.task.TableView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.util.PropertyUtil;
import org.apache.iceberg.util.SnapshotUtil;

/** Gathers the numbers on which sketches are planned, from the summaries of snapshots. */
final class SketchPlanning {
  private final TableView view;
  private final Set<Integer> fieldIds;

  SketchPlanning(TableView view, Schema columns) {
    this.view = view;
    this.fieldIds = TypeUtil.getProjectedIds(columns);
  }

  SketchPlan plan(Snapshot head) {
    Table table = view.table();
    SketchFile files = new SketchFile(table);
    List<Step> ancestors = new ArrayList<>();
    for (Snapshot each : SnapshotUtil.ancestorsOf(head.snapshotId(), table::snapshot)) {
      Step step = step(each, files);
      ancestors.add(step);
      if (step.sketched().isPresent()) {
        break;
      }
    }
    return SketchPlan.of(
        ancestors,
        number(head.summary(), SnapshotSummary.TOTAL_RECORDS_PROP),
        new Limits(
            view.policy().get(StatisticsOptions.INTERVAL),
            view.policy().get(StatisticsOptions.MIN_CHANGE),
            view.policy().get(StatisticsOptions.MAX_REMOVED)));
  }

  private Step step(Snapshot snapshot, SketchFile files) {
    return new Step(
        snapshot.snapshotId(),
        DataOperations.REPLACE.equals(snapshot.operation()),
        Duration.between(Instant.ofEpochMilli(snapshot.timestampMillis()), view.now()),
        number(snapshot.summary(), SnapshotSummary.ADDED_RECORDS_PROP),
        number(snapshot.summary(), SnapshotSummary.DELETED_RECORDS_PROP)
            + number(snapshot.summary(), SnapshotSummary.ADDED_POS_DELETES_PROP)
            + number(snapshot.summary(), SnapshotSummary.ADDED_EQ_DELETES_PROP),
        files.removedRows(snapshot.snapshotId(), fieldIds));
  }

  private static long number(Map<String, String> summary, String key) {
    return PropertyUtil.propertyAsLong(summary, key, 0);
  }
}
