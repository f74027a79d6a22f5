/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.commit;

import io.tidewater.format.ledger.Ledger;

/** How a commit ended. */
public sealed interface CommitOutcome {
  /** The unit's rows are in the table, by this commit or by an earlier attempt at it. */
  record Landed(Ledger ledger) implements CommitOutcome {}

  /** The unit must be dropped, and its partitions read again from the table's ledger. */
  record Fenced(String reason) implements CommitOutcome {}

  /**
   * Going on would lose or repeat records; an operator must decide.
   *
   * @param explanation what was found, and what to do
   */
  record Refused(String explanation) implements CommitOutcome {}

  /** Nothing is decided: the same unit may be tried again later. */
  record Failed(RuntimeException cause) implements CommitOutcome {}
}
