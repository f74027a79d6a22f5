/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.redrive;

import io.tidewater.connector.commit.RolledBackTable;
import io.tidewater.connector.config.TombstonePolicy;
import io.tidewater.connector.config.WriteMode;
import io.tidewater.connector.pipeline.OpenTable;
import io.tidewater.connector.pipeline.TableOpener;
import io.tidewater.connector.pipeline.TableTarget;
import io.tidewater.connector.redrive.RedriveRequest.Mode;
import io.tidewater.connector.reject.RejectedRecordException;
import io.tidewater.connector.table.Tables;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.LedgerReading;
import io.tidewater.format.ledger.OffsetScan;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.TableLedger;
import io.tidewater.format.registry.UnknownSchemaException;
import io.tidewater.format.schema.NameMatching;
import io.tidewater.format.schema.UnsupportedSchemaException;
import io.tidewater.format.value.ValueMismatchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Appends the records of one batch of dead letters, those that are due and have become good. */
final class BatchRedrive {
  private static final Logger LOG = LoggerFactory.getLogger(BatchRedrive.class);
  private static final int ATTEMPTS = 20;

  private final TableTarget target;
  private final Tables tables;
  private final TableOpener opener;
  private final NameMatching nameMatching;
  private final String commitId;

  /**
   * @param commitId unique to the batch, the same for every attempt at it
   */
  BatchRedrive(
      TableTarget target,
      Tables tables,
      TableOpener opener,
      NameMatching nameMatching,
      String commitId) {
    this.target = target;
    this.tables = tables;
    this.opener = opener;
    this.nameMatching = nameMatching;
    this.commitId = commitId;
  }

  /**
   * What became of a batch.
   *
   * @param settled the offsets whose records are rows, so that their letters may go
   */
  record Outcome(RedriveResult result, Map<SourcePartition, NavigableSet<Long>> settled) {}

  /**
   * Appends what is to be appended, by one commit on the head on which it was looked what is there.
   *
   * @throws RedriveFailedException the table cannot tell what is there, or other commits came first
   *     each time
   */
  Outcome run(List<StoredLetter> letters, Mode mode) {
    Attempt made = null;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Table table = tables.load(target.identifier()).orElse(null);
      if (table == null) {
        return new Outcome(new RedriveResult(0, 0, 0, letters.size(), List.of()), new TreeMap<>());
      }
      if (made != null && made.landed(table)) {
        return new Outcome(made.result(), made.settled);
      }
      made = new Attempt(letters, table, mode);
      if (made.files.isEmpty() || made.commit()) {
        return new Outcome(made.result(), made.settled);
      }
    }
    throw new RedriveFailedException(
        "other commits to "
            + target.identifier()
            + " came first "
            + ATTEMPTS
            + " times. Run redrive again: it goes on where it stopped");
  }

  /** One attempt: nothing of it holds on another head. */
  private final class Attempt {
    private final Table table;
    private final Mode mode;
    private final TableLedger tableLedger;
    private final Ledger ledger;
    private final Map<SourcePartition, NavigableSet<Long>> settled = new TreeMap<>();
    private final List<String> reasons = new ArrayList<>();
    private final List<DataFile> files;
    private long redriven;
    private long skipped;
    private long waiting;

    Attempt(List<StoredLetter> letters, Table table, Mode mode) {
      this.table = table;
      this.mode = mode;
      String branch = target.settings().branch();
      this.tableLedger = new TableLedger(table, branch, target.soleTopic());
      LedgerReading reading = tableLedger.read();
      if (!(reading instanceof LedgerReading.Known known)) {
        throw new RedriveFailedException(RolledBackTable.explain(table, branch, reading));
      }
      this.ledger = known.ledger();
      Map<SourcePartition, NavigableSet<Long>> there =
          new OffsetScan(table, branch, target.soleTopic()).among(offsets(letters));
      // A handle of its own, since the table may evolve on the way.
      OpenTable open = opener.open(target, tables.load(target.identifier()).orElse(table));
      try {
        letters.forEach(letter -> take(letter, there, open));
        this.files = redriven == 0 || mode == Mode.DRY_RUN ? List.of() : open.close();
      } finally {
        open.abandon();
      }
    }

    RedriveResult result() {
      return new RedriveResult(redriven, skipped, reasons.size(), waiting, reasons);
    }

    boolean commit() {
      try {
        tableLedger.commit(ledger, commitId, this::append);
        return true;
      } catch (RuntimeException e) {
        // Landed or not, the next attempt finds out what is there.
        LOG.info("commit did not go through, looking again table={}", table.name(), e);
        return false;
      }
    }

    /** Whether the commit has landed, though nobody said so. */
    boolean landed(Table now) {
      return new TableLedger(now, target.settings().branch(), target.soleTopic())
          .landed(commitId)
          .isPresent();
    }

    private AppendFiles append(Transaction transaction) {
      AppendFiles append = transaction.newAppend();
      files.forEach(append::appendFile);
      return append;
    }

    private void take(
        StoredLetter letter, Map<SourcePartition, NavigableSet<Long>> there, OpenTable open) {
      switch (LetterStanding.of(letter.source(), letter.offset(), ledger, there)) {
        case AHEAD -> waiting++;
        case THERE -> {
          skipped++;
          settle(letter);
        }
        case DUE -> {
          if (write(letter, open)) {
            redriven++;
            settle(letter);
          }
        }
      }
    }

    private boolean write(StoredLetter letter, OpenTable open) {
      try {
        if (target.settings().writeMode() == WriteMode.UPSERT) {
          throw new ValueMismatchException(
              "a table of appended rows, since a later record of its key may have come already",
              "one that is upserted; produce the corrected record to the topic instead");
        }
        TombstonePolicy policy = target.settings().tombstones();
        if (letter.isTombstone()
            && policy != TombstonePolicy.KEEP
            && policy != TombstonePolicy.SOFT_DELETE) {
          throw new ValueMismatchException(
              "a value, since rows that came after a tombstone would be deleted too",
              "a tombstone; set tidewater.tombstones to keep or soft-delete for this run");
        }
        SinkRecord record = letter.toRecord(table.schema(), nameMatching);
        if (mode == Mode.DRY_RUN) {
          open.check(record);
        } else {
          open.write(record);
        }
        return true;
      } catch (ValueMismatchException
          | UnsupportedSchemaException
          | UnknownSchemaException
          | RejectedRecordException
          | DataException e) {
        reasons.add(letter.source() + " offset " + letter.offset() + ": " + e.getMessage());
        return false;
      }
    }

    private void settle(StoredLetter letter) {
      settled.computeIfAbsent(letter.source(), added -> new TreeSet<>()).add(letter.offset());
    }
  }

  private static Map<SourcePartition, NavigableSet<Long>> offsets(List<StoredLetter> letters) {
    Map<SourcePartition, NavigableSet<Long>> offsets = new TreeMap<>();
    letters.forEach(
        letter ->
            offsets
                .computeIfAbsent(letter.source(), added -> new TreeSet<>())
                .add(letter.offset()));
    return offsets;
  }
}
