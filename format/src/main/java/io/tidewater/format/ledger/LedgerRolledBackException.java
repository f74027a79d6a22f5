/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

/** Nobody knows which offsets the head of a branch holds; see {@link LedgerReading.RolledBack}. */
public final class LedgerRolledBackException extends RuntimeException {
  LedgerRolledBackException(String table, String branch, long snapshotId) {
    super(
        "Branch "
            + branch
            + " of table "
            + table
            + " was rolled back past snapshot "
            + snapshotId
            + ", the last that is known to say which offsets the table holds, and its rows cannot"
            + " tell. Nothing is committed to it until an operator resets the offsets of the sink.");
  }
}
