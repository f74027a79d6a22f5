/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@link LedgerReading} needs to know of one branch of a table. */
public interface TableHistory {
  /**
   * The snapshots from the branch head back to the oldest one that the metadata still has; empty
   * for a branch without a snapshot.
   */
  Iterable<Ancestor> ancestors();

  /** The ledger kept as a table property. */
  Optional<PropertyLedger> property();

  /** Whether the table's metadata still has that snapshot, on whatever branch. */
  boolean hasSnapshot(long snapshotId);

  /**
   * The ledger that the rows of the branch head themselves tell by their offset columns; empty
   * where they cannot tell. May read data, so it is asked last.
   */
  Optional<Ledger> toldByRows();

  /**
   * @param snapshotId the snapshot
   * @param isRoot whether it has no parent, not even an expired one
   * @param ledger the ledger in its summary, if it carries one
   */
  record Ancestor(long snapshotId, boolean isRoot, Optional<Ledger> ledger) {}

  /**
   * @param snapshotId the snapshot that was committed together with the property
   * @param ledger its ledger
   * @param toldByRows whether the rows can tell the ledger by their offset columns
   */
  record PropertyLedger(long snapshotId, Ledger ledger, boolean toldByRows) {}

  /** The ids of {@link #ancestors()}, nearest first. */
  default List<Long> ancestorIds() {
    List<Long> ids = new ArrayList<>();
    ancestors().forEach(ancestor -> ids.add(ancestor.snapshotId()));
    return ids;
  }
}
