/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.redrive;

import io.tidewater.connector.write.RowRemoval;
import io.tidewater.connector.write.RowRemoval.Replacement;
import io.tidewater.format.deadletter.DeadLetterColumn;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.LedgerReading;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.TableLedger;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes dead letters out of their table. Its ledger stays as it is. */
final class LetterRemoval {
  private static final Logger LOG = LoggerFactory.getLogger(LetterRemoval.class);
  private static final int ATTEMPTS = 20;

  private final Table table;
  private final String branch;
  private final Supplier<UUID> ids;

  /**
   * @param table a handle that nobody else refreshes or commits with
   */
  LetterRemoval(Table table, String branch, Supplier<UUID> ids) {
    this.table = table;
    this.branch = branch;
    this.ids = ids;
  }

  /**
   * Takes out the dead letters of some offsets, as far as they are there.
   *
   * @throws RedriveFailedException other commits came first each time
   */
  void remove(Map<SourcePartition, NavigableSet<Long>> offsets) {
    if (offsets.isEmpty()) {
      return;
    }
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      table.refresh();
      Replacement replacement =
          new RowRemoval(table, ids).of(branch, filter(offsets), row -> goes(row, offsets));
      if (replacement.removed().isEmpty() || commit(replacement)) {
        return;
      }
    }
    throw new RedriveFailedException(
        "the dead letters that are rows now could not be taken out of "
            + table.name()
            + ": other commits came first "
            + ATTEMPTS
            + " times. Run redrive again: it skips them and tries anew");
  }

  private boolean commit(Replacement replacement) {
    TableLedger tableLedger = new TableLedger(table, branch, Optional.empty());
    Ledger ledger =
        tableLedger.read() instanceof LedgerReading.Known known ? known.ledger() : Ledger.EMPTY;
    try {
      tableLedger.commit(
          ledger, ids.get().toString(), transaction -> overwrite(transaction, replacement));
      return true;
    } catch (RuntimeException e) {
      // Landed or not, the next attempt finds out what is left to take out.
      LOG.info("commit did not go through, looking again table={}", table.name(), e);
      return false;
    }
  }

  private static OverwriteFiles overwrite(Transaction transaction, Replacement replacement) {
    OverwriteFiles overwrite = transaction.newOverwrite();
    replacement.removed().forEach(overwrite::deleteFile);
    replacement.added().forEach(overwrite::addFile);
    return overwrite;
  }

  private static boolean goes(Record row, Map<SourcePartition, NavigableSet<Long>> offsets) {
    StoredLetter letter = StoredLetter.of(row);
    NavigableSet<Long> going = offsets.get(letter.source());
    return going != null && going.contains(letter.offset());
  }

  private static Expression filter(Map<SourcePartition, NavigableSet<Long>> offsets) {
    Expression any = Expressions.alwaysFalse();
    for (Map.Entry<SourcePartition, NavigableSet<Long>> entry : offsets.entrySet()) {
      Expression rows =
          Expressions.and(
              Expressions.equal(DeadLetterColumn.TOPIC.columnName(), entry.getKey().topic()),
              Expressions.equal(
                  DeadLetterColumn.PARTITION.columnName(), entry.getKey().partition()),
              Expressions.greaterThanOrEqual(
                  DeadLetterColumn.OFFSET.columnName(), entry.getValue().first()),
              Expressions.lessThanOrEqual(
                  DeadLetterColumn.OFFSET.columnName(), entry.getValue().last()));
      any = Expressions.or(any, rows);
    }
    return any;
  }
}
