/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import io.tidewater.format.ledger.TableHistory.Ancestor;
import io.tidewater.format.ledger.TableHistory.PropertyLedger;
import java.util.Optional;

/**
 * The ledger of a branch head, and where it was found. {@link #of} is the rule that every reader of
 * a table must follow; the specification in this module's README gives the reasons.
 */
public sealed interface LedgerReading {

  /**
   * Reads the ledger of a branch head.
   *
   * <ol>
   *   <li>The nearest ancestor that carries a ledger wins, so a rollback rewinds the ledger too.
   *   <li>Without a carrier the rows tell, by their offset columns.
   *   <li>Where the rows cannot tell, a history that is whole holds nothing; one that was cut by
   *       expiry leaves the table property, unless its snapshot was rolled back.
   * </ol>
   */
  static LedgerReading of(TableHistory history) {
    boolean whole = true;
    for (Ancestor ancestor : history.ancestors()) {
      if (ancestor.ledger().isPresent()) {
        return new Known(ancestor.ledger().get(), Evidence.SNAPSHOT);
      }
      whole = ancestor.isRoot();
    }
    Optional<Ledger> rows = history.toldByRows();
    if (rows.isPresent()) {
      return new Known(rows.get(), Evidence.ROWS);
    }
    Optional<PropertyLedger> property = history.property();
    if (whole || property.isEmpty()) {
      return new Known(Ledger.EMPTY, Evidence.NONE);
    }
    long snapshotId = property.get().snapshotId();
    if (history.hasSnapshot(snapshotId) && !history.ancestorIds().contains(snapshotId)) {
      return new RolledBack(snapshotId, property.get().ledger());
    }
    return new Known(property.get().ledger(), Evidence.PROPERTY);
  }

  /**
   * The table's ledger.
   *
   * @param evidence where it was found
   */
  record Known(Ledger ledger, Evidence evidence) implements LedgerReading {}

  /**
   * The table was rolled back past every snapshot that still carries a ledger, and its rows cannot
   * tell. Only an operator can say where to go on.
   *
   * @param snapshotId the snapshot of the newest known ledger, no longer an ancestor of the head
   * @param abandoned the ledger of that snapshot
   */
  record RolledBack(long snapshotId, Ledger abandoned) implements LedgerReading {}

  /** Where a ledger was found. */
  enum Evidence {
    /** In the summary of the nearest ancestor that carries one. */
    SNAPSHOT,
    /** Recovered from the rows' own offset columns. */
    ROWS,
    /** In the table property, all carriers having expired. */
    PROPERTY,
    /** Nowhere: the table holds nothing that a ledger would list. */
    NONE
  }
}
