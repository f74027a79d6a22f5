/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.gain;

import io.tidewater.format.ledger.LedgerReading;
import io.tidewater.format.ledger.TableLedger;
import java.util.Collection;
import java.util.Optional;
import org.apache.iceberg.Table;

/** How many records a table has taken in, by its ledger. */
final class LedgerTotal {
  private LedgerTotal() {}

  static long of(Table table) {
    if (table.currentSnapshot() == null
        || !(new TableLedger(table, "main", Optional.empty()).read()
            instanceof LedgerReading.Known known)) {
      return 0;
    }
    return known.ledger().topics().values().stream()
        .map(offsets -> offsets.next().values())
        .flatMap(Collection::stream)
        .mapToLong(Long::longValue)
        .sum();
  }
}
