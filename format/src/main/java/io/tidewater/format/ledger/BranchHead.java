/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;

/** The snapshot that a commit to a branch builds on. */
final class BranchHead {
  private BranchHead() {}

  /**
   * The newest snapshot of a branch; of the main branch for one that does not exist yet, since the
   * first commit to it forks from there. Null if there is no snapshot.
   */
  static @Nullable Snapshot of(Table table, String branch) {
    return table.refs().containsKey(branch) ? table.snapshot(branch) : table.currentSnapshot();
  }
}
