/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

/** The ledger's answer to a {@link Claim}. */
public sealed interface Verdict {
  /** The ledger as it stands once this verdict is carried out. */
  Ledger ledger();

  /**
   * The unit is the next one: commit its files together with this ledger, on the head it was
   * decided on.
   */
  record Accepted(Ledger ledger) implements Verdict {}

  /** Its rows are in the table, by an ambiguous commit that landed or by another task. */
  record AlreadyThere(Ledger ledger) implements Verdict {}

  /**
   * Something else moved the ledger: drop the unit, leave its files, read again from the ledger.
   *
   * @param reason per partition what was claimed and what the ledger says, for a log line
   */
  record Fenced(Ledger ledger, String reason) implements Verdict {}
}
