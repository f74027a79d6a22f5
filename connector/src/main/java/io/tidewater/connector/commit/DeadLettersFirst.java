/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.commit;

import java.util.Optional;
import java.util.function.Function;

/**
 * Commits a delivery: the rows, which move their table's ledger over the dead letters too, only
 * once these have landed. A crash in between leaves dead letters whose offsets are read again;
 * their own ledger tells that they are there.
 *
 * @param rows commits units of the table, if it is open
 * @param deadLetters commits units of its dead-letter table, if that is open
 */
public record DeadLettersFirst(Optional<Committer> rows, Optional<Committer> deadLetters)
    implements Function<Delivery, CommitOutcome> {

  /** Commits a delivery, or goes on with one that failed before. Never throws. */
  @Override
  public CommitOutcome apply(Delivery delivery) {
    if (delivery.deadLetters().isPresent()) {
      CommitOutcome letters = deadLetters.orElseThrow().commit(delivery.deadLetters().get());
      if (!(letters instanceof CommitOutcome.Landed) || delivery.rows().isEmpty()) {
        return letters;
      }
    }
    return rows.orElseThrow().commit(delivery.rows().orElseThrow());
  }
}
