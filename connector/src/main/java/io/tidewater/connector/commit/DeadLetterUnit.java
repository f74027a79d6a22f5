/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.commit;

import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.Verdict;
import java.util.Map;
import java.util.NavigableSet;
import java.util.function.Supplier;

/**
 * What one commit adds to a dead-letter table.
 *
 * @param unit its claims begin where the table's ledger ended, and end behind the last dead letter
 * @param late dead letters that the ledger is past already: they may only be added while the table
 *     does not have them
 */
public record DeadLetterUnit(Unit unit, Map<SourcePartition, NavigableSet<Long>> late) {
  public DeadLetterUnit {
    late = Map.copyOf(late);
  }

  /**
   * Decides on the head that the unit would be committed on. The decision holds only if the commit
   * is a compare-and-swap from that same head.
   *
   * @param tableUuid UUID of the dead-letter table as it is now
   * @param ledger the ledger of its branch head
   * @param there tells which of the late ones have a row there; asked only if there are any
   */
  Verdict decide(
      String tableUuid, Ledger ledger, Supplier<Map<SourcePartition, NavigableSet<Long>>> there) {
    Verdict verdict = unit.claim().decideSparse(tableUuid, ledger);
    if (verdict instanceof Verdict.Accepted && !late.isEmpty()) {
      Map<SourcePartition, NavigableSet<Long>> doubled = there.get();
      if (!doubled.isEmpty()) {
        return new Verdict.Fenced(ledger, "these dead letters came meanwhile: " + doubled);
      }
    }
    return verdict;
  }
}
