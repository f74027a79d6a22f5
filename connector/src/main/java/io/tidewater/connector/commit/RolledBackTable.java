/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.commit;

import io.tidewater.format.ledger.LedgerReading;
import io.tidewater.format.ledger.LedgerSummary;
import org.apache.iceberg.Table;

/** Tells an operator what to do about a table that was rolled back out of its ledger's sight. */
public final class RolledBackTable {
  private RolledBackTable() {}

  /** What was found, and what can be done. */
  public static String explain(Table table, String branch, LedgerReading reading) {
    String property = LedgerSummary.propertyName(branch);
    String found =
        reading instanceof LedgerReading.RolledBack back
            ? "its newest ledger belongs to snapshot " + back.snapshotId()
            : "its ledger cannot be read";
    return "table "
        + table.name()
        + " (branch "
        + branch
        + ") was rolled back: "
        + found
        + ", which is no longer part of the branch, and the rows have no offset columns that tell"
        + " what is left. Say where to go on: stop the connector and set the offsets through its"
        + " offsets endpoint, or remove the table property "
        + property
        + " to begin anew";
  }
}
