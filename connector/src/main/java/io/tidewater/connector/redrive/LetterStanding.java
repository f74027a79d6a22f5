/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.redrive;

import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.SourcePartition;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;

/** How a dead letter stands to the table that its record is for, on one head of it. */
enum LetterStanding {
  /** The table is past the record and has no row of it. */
  DUE,
  /** The record is a row. */
  THERE,
  /** The sink will come to the record itself: it was killed before, or the table rolled back. */
  AHEAD;

  /**
   * Decides on a head. The decision holds only if a commit is a compare-and-swap from that head.
   *
   * @param ledger the ledger of the head
   * @param there the offsets of candidates that have a row
   */
  static LetterStanding of(
      SourcePartition source,
      long offset,
      Ledger ledger,
      Map<SourcePartition, NavigableSet<Long>> there) {
    NavigableSet<Long> rows = there.get(source);
    if (rows != null && rows.contains(offset)) {
      return THERE;
    }
    OptionalLong next = ledger.next(source);
    return next.isPresent() && offset < next.getAsLong() ? DUE : AHEAD;
  }
}
