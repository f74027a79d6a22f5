/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.table;

import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;

/** How many rows can be queried, as the summary of a snapshot tells without reading any. */
public final class TableGrowth {
  private TableGrowth() {}

  /** The rows in the table's current snapshot; row-level deletes are not taken off. */
  public static long rows(Table table) {
    return rows(table.currentSnapshot());
  }

  static long rows(@Nullable Snapshot snapshot) {
    return snapshot == null
        ? 0
        : Long.parseLong(
            snapshot.summary().getOrDefault(SnapshotSummary.TOTAL_RECORDS_PROP, "0"));
  }
}
