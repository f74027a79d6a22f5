/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.table;

import java.util.OptionalLong;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table and the newest snapshot of one of its branches.
 *
 * @param table the table as it was loaded
 * @param snapshot the branch's snapshot; a table that nobody wrote to has none
 */
public record Head(Table table, @Nullable Snapshot snapshot) {

  /**
   * The head of a branch.
   *
   * @throws TableUnavailableException if the table has no such branch
   */
  public static Head of(Table table, String branch) {
    if (!table.refs().containsKey(branch) && !branch.equals(SnapshotRef.MAIN_BRANCH)) {
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
    return TableGrowth.rows(snapshot);
  }
}
