/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.table;

import java.util.OptionalLong;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table and the newest snapshot of one of its branches.
 *
 * @param table the table as it was loaded
 * @param snapshot the branch's snapshot; a table that nobody wrote to has none
 */
public record Head(Table table, @Nullable Snapshot snapshot) {
  /** The branch that a table has from the start. */
  public static final String MAIN = SnapshotRef.MAIN_BRANCH;

  /**
   * The head of a branch.
   *
   * @throws TableUnavailableException if the table has no such branch
   */
  static Head of(Table table, String branch) {
    if (!table.refs().containsKey(branch) && !branch.equals(MAIN)) {
      throw new TableUnavailableException(
          "table %s has no branch %s; it has %s"
              .formatted(table.name(), branch, table.refs().keySet()));
    }
    return new Head(table, table.snapshot(branch));
  }

  public OptionalLong snapshotId() {
    return snapshot == null ? OptionalLong.empty() : OptionalLong.of(snapshot.snapshotId());
  }

  /** The most rows that a query can find, as the snapshot's summary tells. */
  public long rows() {
    return snapshot == null
        ? 0
        : Long.parseLong(snapshot.summary().getOrDefault(SnapshotSummary.TOTAL_RECORDS_PROP, "0"));
  }
}
