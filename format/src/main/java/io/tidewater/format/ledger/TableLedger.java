/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import io.tidewater.format.ledger.TableHistory.PropertyLedger;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.util.SnapshotUtil;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one branch of an Iceberg table. Reads it by the rule of {@link LedgerReading} and
 * writes it in the same commit as the rows. Not thread-safe, as Iceberg's {@link Table} is not.
 */
public final class TableLedger {
  private final Table table;
  private final String branch;
  private final Optional<String> soleTopic;

  /**
   * @param soleTopic the topic that feeds the table, if it is only one: rows need not name it then
   */
  public TableLedger(Table table, String branch, Optional<String> soleTopic) {
    this.table = table;
    this.branch = branch;
    this.soleTopic = soleTopic;
  }

  /** The ledger on the branch head, as of the last {@link Table#refresh}. */
  public LedgerReading read() {
    return LedgerReading.of(new IcebergTableHistory(table, branch, soleTopic));
  }

  /**
   * Commits a snapshot and the ledger that is true with it, as one compare-and-swap on the branch
   * head that the last {@link Table#refresh} saw. Where Iceberg tries again by itself, that attempt
   * is refused: its ledger is of another head.
   *
   * @param ledger the whole ledger, decided on that head
   * @param commitId unique to the commit, the same for every attempt at it
   * @param rows what the snapshot adds or removes; may be an update of nothing, to move offsets
   *     only
   * @throws org.apache.iceberg.exceptions.CommitFailedException another commit came first: refresh
   *     and decide again
   * @throws org.apache.iceberg.exceptions.ValidationException the same, seen before the catalog was
   *     asked
   * @throws RuntimeException any other means that the outcome is unknown: look with {@link #landed}
   */
  public <U extends SnapshotUpdate<U>> void commit(
      Ledger ledger, String commitId, Function<Transaction, U> rows) {
    boolean couldTell = OffsetColumns.of(table.schema()).isPresent() && !mixesTopics(ledger);
    Transaction transaction = snapshot(Optional.of(ledger), commitId, rows);
    // Where rows cannot tell, only the property is left once all carriers have expired.
    boolean toldByRows = couldTell && !removesRows(transaction.table().snapshot(branch));
    noteInProperty(transaction, ledger, toldByRows);
    transaction.commitTransaction();
  }

  /**
   * Commits a snapshot that moves no offset, as maintenance does, and carries the ledger of the
   * head forward; a table without any is given none. A compare-and-swap like {@link #commit}.
   *
   * @param commitId unique to the commit, the same for every attempt at it
   * @param change what the snapshot changes; the rows stay the same
   * @throws LedgerRolledBackException nobody knows what the head holds
   * @throws org.apache.iceberg.exceptions.CommitFailedException another commit came first: refresh
   *     and decide again
   * @throws org.apache.iceberg.exceptions.ValidationException the same, seen before the catalog was
   *     asked
   * @throws RuntimeException any other means that the outcome is unknown: look with {@link #landed}
   */
  public <U extends SnapshotUpdate<U>> void carry(
      String commitId, Function<Transaction, U> change) {
    snapshot(ledgerToCarry(), commitId, change).commitTransaction();
  }

  /**
   * The same as {@link #carry}, for a snapshot that takes rows away for good: from then on rows no
   * longer tell which offsets the table has consumed, and the property says so.
   */
  public <U extends SnapshotUpdate<U>> void carryWithoutRows(
      String commitId, Function<Transaction, U> change) {
    Optional<Ledger> ledger = ledgerToCarry();
    Transaction transaction = snapshot(ledger, commitId, change);
    if (ledger.isPresent()) {
      noteInProperty(transaction, ledger.get(), false);
    }
    transaction.commitTransaction();
  }

  private Optional<Ledger> ledgerToCarry() {
    LedgerReading reading = read();
    if (reading instanceof LedgerReading.RolledBack rolledBack) {
      throw new LedgerRolledBackException(table.name(), branch, rolledBack.snapshotId());
    }
    LedgerReading.Known known = (LedgerReading.Known) reading;
    return known.evidence() == LedgerReading.Evidence.NONE
        ? Optional.empty()
        : Optional.of(known.ledger());
  }

  private <U extends SnapshotUpdate<U>> Transaction snapshot(
      Optional<Ledger> ledger, String commitId, Function<Transaction, U> rows) {
    // In this order: a new transaction refreshes the table.
    Snapshot head = BranchHead.of(table, branch);
    Long headId = head == null ? null : head.snapshotId();
    Transaction transaction = table.newTransaction();
    U update = rows.apply(transaction);
    ledger.ifPresent(known -> LedgerSummary.stamp(update, known));
    update.set(LedgerSummary.COMMIT_ID, commitId);
    update.toBranch(branch).validateWith(ancestors -> Objects.equals(newest(ancestors), headId));
    update.commit();
    return transaction;
  }

  private void noteInProperty(Transaction transaction, Ledger ledger, boolean toldByRows) {
    long snapshotId = transaction.table().snapshot(branch).snapshotId();
    String property =
        LedgerSummary.propertyValue(new PropertyLedger(snapshotId, ledger, toldByRows));
    transaction.updateProperties().set(LedgerSummary.propertyName(branch), property).commit();
  }

  /** The snapshot that a commit made, if it is an ancestor of the branch head. */
  public Optional<Snapshot> landed(String commitId) {
    Snapshot head = BranchHead.of(table, branch);
    if (head == null) {
      return Optional.empty();
    }
    for (Snapshot snapshot : SnapshotUtil.ancestorsOf(head.snapshotId(), table::snapshot)) {
      if (LedgerSummary.commitId(snapshot).filter(commitId::equals).isPresent()) {
        return Optional.of(snapshot);
      }
    }
    return Optional.empty();
  }

  /** Who else put snapshots on the branch, as far as its history goes back. */
  public ForeignRows foreignRows() {
    Snapshot head = BranchHead.of(table, branch);
    if (head == null) {
      return ForeignRows.NONE;
    }
    ForeignRows foreign = ForeignRows.NONE;
    for (Snapshot snapshot : SnapshotUtil.ancestorsOf(head.snapshotId(), table::snapshot)) {
      Map<String, String> summary = snapshot.summary();
      if (summary.keySet().stream().anyMatch(key -> key.startsWith("kafka.connect.offsets."))) {
        return ForeignRows.APACHE_SINK;
      }
      if (!summary.containsKey(LedgerSummary.LEDGER)) {
        foreign = ForeignRows.OTHER;
      }
    }
    return foreign;
  }

  /**
   * Whether the table holds rows of two topics of one name, of which one succeeded the other: their
   * offsets say nothing then. What rows once could not tell they never can again.
   */
  private boolean mixesTopics(Ledger ledger) {
    Optional<PropertyLedger> before = new IcebergTableHistory(table, branch, soleTopic).property();
    if (before.isEmpty()) {
      return false;
    }
    Ledger known = before.get().ledger();
    return !before.get().toldByRows()
        || ledger.topics().keySet().stream()
            .anyMatch(topic -> known.topicId(topic).contradicts(ledger.topicId(topic)));
  }

  /**
   * Whether rows may be gone with a snapshot: what is left of a partition says too little then. A
   * replacement keeps its rows.
   */
  private static boolean removesRows(Snapshot snapshot) {
    return DataOperations.DELETE.equals(snapshot.operation())
        || DataOperations.OVERWRITE.equals(snapshot.operation());
  }

  private static @Nullable Long newest(Iterable<Snapshot> ancestors) {
    for (Snapshot snapshot : ancestors) {
      return snapshot.snapshotId();
    }
    return null;
  }
}
