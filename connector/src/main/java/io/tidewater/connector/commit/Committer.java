/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.commit;

import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.LedgerReading;
import io.tidewater.format.ledger.OffsetScan;
import io.tidewater.format.ledger.TableLedger;
import io.tidewater.format.ledger.Verdict;
import java.util.Optional;
import java.util.function.Function;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.ValidationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries units into one table. Every attempt reads the ledger of the head that it is about to
 * replace, lets it decide, and swaps that very head, so two committers can race for ever and each
 * offset still lands once. An answer that got lost is looked up by the commit's id. Files are never
 * deleted here: what was fenced off is left to orphan removal.
 *
 * <p>For one thread at a time.
 */
public final class Committer {
  private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
  private static final int ATTEMPTS = 20;

  private final Table table;
  private final String branch;
  private final Optional<String> soleTopic;
  private final SourceGuard guard;
  private final Patience patience;

  /**
   * @param table a handle that nobody else refreshes or commits with
   * @param soleTopic the topic that feeds the table, if it is only one
   * @param patience waits before the next of several attempts
   */
  public Committer(
      Table table,
      String branch,
      Optional<String> soleTopic,
      SourceGuard guard,
      Patience patience) {
    this.table = table;
    this.branch = branch;
    this.soleTopic = soleTopic;
    this.guard = guard;
    this.patience = patience;
  }

  /** Commits a unit; tries again by itself while others come first. Never throws. */
  public CommitOutcome commit(Unit unit) {
    return commit(unit, ledger -> unit.claim().decide(table.uuid().toString(), ledger));
  }

  /** Commits dead letters; tries again by itself while others come first. Never throws. */
  public CommitOutcome commit(DeadLetterUnit letters) {
    return commit(
        letters.unit(),
        ledger ->
            letters.decide(
                table.uuid().toString(),
                ledger,
                () -> new OffsetScan(table, branch, soleTopic).among(letters.late())));
  }

  private CommitOutcome commit(Unit unit, Function<Ledger, Verdict> decision) {
    try {
      Optional<CommitOutcome> objection = guard.objection(unit);
      return objection.isPresent() ? objection.get() : attempts(unit, decision);
    } catch (NoSuchTableException | TableReplacedException e) {
      return new CommitOutcome.Fenced(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return new CommitOutcome.Failed(e);
    }
  }

  private CommitOutcome attempts(Unit unit, Function<Ledger, Verdict> decision) {
    boolean fresh = false;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      TableLedger tableLedger = new TableLedger(table, branch, soleTopic);
      LedgerReading reading = tableLedger.read();
      if (!(reading instanceof LedgerReading.Known known)) {
        return new CommitOutcome.Refused(RolledBackTable.explain(table, branch, reading));
      }
      Verdict verdict = decision.apply(known.ledger());
      if (verdict instanceof Verdict.Accepted accepted) {
        if (swap(tableLedger, unit, accepted.ledger())) {
          return new CommitOutcome.Landed(accepted.ledger());
        }
        patience.await(attempt);
      } else if (fresh) {
        return conclude(tableLedger, unit, verdict);
      }
      refresh();
      fresh = true;
      if (tableLedger.landed(unit.commitId()).isPresent()) {
        return new CommitOutcome.Landed(ledgerNow(tableLedger));
      }
    }
    return new CommitOutcome.Failed(
        new CommitFailedException(
            "Other commits to %s came first %s times in a row", table.name(), ATTEMPTS));
  }

  private CommitOutcome conclude(TableLedger tableLedger, Unit unit, Verdict verdict) {
    if (verdict instanceof Verdict.Fenced fenced) {
      return new CommitOutcome.Fenced(fenced.reason());
    }
    if (tableLedger.landed(unit.commitId()).isEmpty()) {
      LOG.info(
          "already there table={} commitId={} ledger={}",
          table.name(),
          unit.commitId(),
          verdict.ledger());
    }
    return new CommitOutcome.Landed(verdict.ledger());
  }

  /** Returns false if it did not land, or if nobody knows yet. */
  private boolean swap(TableLedger tableLedger, Unit unit, Ledger ledger) {
    try {
      if (unit.changes().deletes().isEmpty()) {
        tableLedger.commit(ledger, unit.commitId(), transaction -> append(transaction, unit));
      } else {
        tableLedger.commit(ledger, unit.commitId(), transaction -> rowDelta(transaction, unit));
      }
      return true;
    } catch (CommitFailedException | ValidationException e) {
      LOG.debug("another commit came first table={} commitId={}", table.name(), unit.commitId(), e);
      return false;
    } catch (RuntimeException e) {
      LOG.warn(
          "outcome unknown, looking it up table={} commitId={} cause={}",
          table.name(),
          unit.commitId(),
          e.toString());
      return false;
    }
  }

  private static AppendFiles append(Transaction transaction, Unit unit) {
    AppendFiles append = transaction.newAppend();
    unit.files().forEach(append::appendFile);
    return append;
  }

  /** Refused, as an append is, unless it builds on the head that the ledger was decided on. */
  private RowDelta rowDelta(Transaction transaction, Unit unit) {
    RowDelta delta = transaction.newRowDelta();
    Snapshot head = table.snapshot(branch);
    if (head != null) {
      delta.validateFromSnapshot(head.snapshotId());
    }
    unit.changes().files().forEach(delta::addRows);
    unit.changes().deletes().forEach(delta::addDeletes);
    return delta;
  }

  private Ledger ledgerNow(TableLedger tableLedger) {
    return tableLedger.read() instanceof LedgerReading.Known known ? known.ledger() : Ledger.EMPTY;
  }

  private void refresh() {
    try {
      table.refresh();
    } catch (IllegalStateException e) {
      // Iceberg's answer when the name now stands for a table with another UUID.
      throw new TableReplacedException(table.name(), e);
    }
  }
}
