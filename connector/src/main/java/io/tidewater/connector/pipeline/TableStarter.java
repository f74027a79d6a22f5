/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.RolledBackTable;
import io.tidewater.connector.table.Tables;
import io.tidewater.format.ledger.ForeignRows;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.LedgerReading;
import io.tidewater.format.ledger.SourceLog;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.Start;
import io.tidewater.format.ledger.StartPolicy;
import io.tidewater.format.ledger.TableLedger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Table;

/** Reads a table's ledger and decides where its partitions start. Thread-safe. */
final class TableStarter {
  private final Tables tables;
  private final StartPolicy policy;

  TableStarter(Tables tables, StartPolicy policy) {
    this.tables = tables;
    this.policy = policy;
  }

  /**
   * @param logs the partitions to start, as Kafka has them
   * @throws RuntimeException the catalog did not answer; may be tried again
   */
  TableStart start(TableTarget target, Map<SourcePartition, SourceLog> logs) {
    Optional<Table> table = tables.load(target.identifier());
    Ledger ledger = Ledger.EMPTY;
    ForeignRows foreign = ForeignRows.NONE;
    if (table.isPresent()) {
      TableLedger tableLedger =
          new TableLedger(table.get(), target.settings().branch(), target.soleTopic());
      LedgerReading reading = tableLedger.read();
      if (!(reading instanceof LedgerReading.Known known)) {
        String explanation =
            RolledBackTable.explain(table.get(), target.settings().branch(), reading);
        return new TableStart(table, Map.of(), logs, Optional.of(explanation));
      }
      ledger = known.ledger();
      foreign = tableLedger.foreignRows();
    }
    Map<SourcePartition, Start> starts = new HashMap<>();
    for (Map.Entry<SourcePartition, SourceLog> entry : logs.entrySet()) {
      SourcePartition source = entry.getKey();
      Start start = Start.decide(source, ledger, entry.getValue(), foreign, policy);
      if (start instanceof Start.Refused refused) {
        String explanation = "table " + target.identifier() + ": " + refused.explanation();
        return new TableStart(table, Map.of(), logs, Optional.of(explanation));
      }
      starts.put(source, start);
    }
    return new TableStart(table, starts, logs, Optional.empty());
  }
}
