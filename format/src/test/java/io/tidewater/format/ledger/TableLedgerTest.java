/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.ledger.LedgerReading.Evidence;
import io.tidewater.format.ledger.LedgerReading.Known;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.expressions.Expressions;
import org.junit.jupiter.api.Test;

/** The ledger on real Iceberg tables. */
class TableLedgerTest {
  private static final TopicId TOPIC = new TopicId("id-of-orders");
  private static final SourcePartition ZERO = new SourcePartition("orders", 0);
  private static final SourcePartition ONE = new SourcePartition("orders", 1);

  private final OrdersTable orders = new OrdersTable();
  private final Table table = orders.create();

  @Test
  void startsEmpty() {
    assertThat(read()).isEqualTo(new Known(Ledger.EMPTY, Evidence.ROWS));
  }

  @Test
  void standsInTheSnapshotAndInTheProperty() {
    commit(Map.of(0, 100L, 1, 7L), "c1", 0, 99);

    Known known = read();
    assertThat(known.evidence()).isEqualTo(Evidence.SNAPSHOT);
    assertThat(known.ledger().next(ZERO)).hasValue(100);
    assertThat(known.ledger().next(ONE)).hasValue(7);
    assertThat(known.ledger().topicId("orders")).isEqualTo(TOPIC);
    assertThat(table.properties().get(LedgerSummary.propertyName("main")))
        .contains("\"snapshot-id\":" + table.currentSnapshot().snapshotId());
  }

  @Test
  void isFoundBehindForeignSnapshots() {
    commit(Map.of(0, 100L), "c1", 0, 99);
    table.newAppend().appendFile(orders.file(5, 5)).commit();

    assertThat(read().evidence()).isEqualTo(Evidence.SNAPSHOT);
    assertThat(read().ledger().next(ZERO)).hasValue(100);
  }

  @Test
  void rewindsWithARollback() {
    commit(Map.of(0, 100L), "c1", 0, 99);
    long first = table.currentSnapshot().snapshotId();
    commit(Map.of(0, 200L), "c2", 100, 199);

    table.manageSnapshots().rollbackTo(first).commit();

    assertThat(read().ledger().next(ZERO)).hasValue(100);
  }

  @Test
  void isRecoveredFromColumnBoundsOnceItsCarriersHaveExpired() {
    commit(Map.of(0, 100L), "c1", 0, 99);
    expireAllBut(table.newAppend().appendFile(orders.foreignFile()));

    Known known = read();
    assertThat(known.evidence()).isEqualTo(Evidence.ROWS);
    assertThat(known.ledger().next(ZERO)).hasValue(100);
    assertThat(known.ledger().topicId("orders")).isEqualTo(TOPIC);
  }

  @Test
  void isRecoveredFromRowsWhereAFileHoldsSeveralPartitions() {
    TableLedger ledger = ledger();
    Ledger wanted = Ledger.EMPTY.with("orders", TOPIC, Map.of(0, 3L, 1, 8L));
    ledger.commit(
        wanted,
        "c1",
        transaction ->
            transaction.newAppend().appendFile(orders.file(new long[][] {{0, 2}, {1, 7}, {0, 1}})));
    expireAllBut(table.newAppend().appendFile(orders.foreignFile()));

    assertThat(read()).isEqualTo(new Known(wanted, Evidence.ROWS));
  }

  /** Rolled back, written by somebody else, expired: the property still speaks of what is gone. */
  @Test
  void doesNotTrustThePropertyAfterRollbackForeignCommitAndExpiry() {
    commit(Map.of(0, 100L), "c1", 0, 99);
    long first = table.currentSnapshot().snapshotId();
    commit(Map.of(0, 200L), "c2", 100, 199);
    table.manageSnapshots().rollbackTo(first).commit();
    expireAllBut(table.newAppend().appendFile(orders.foreignFile()));

    assertThat(table.properties().get(LedgerSummary.propertyName("main"))).contains("200");
    assertThat(read().ledger().next(ZERO)).hasValue(100);
  }

  /** The earlier topic's rows have higher offsets than those of the topic that succeeded it. */
  @Test
  void doesNotAskRowsOfTwoTopicsOfOneName() {
    commit(Map.of(0, 100L), "c1", 0, 99);
    Ledger succeeded = Ledger.EMPTY.with("orders", new TopicId("another id"), Map.of(0, 5L));
    ledger().commit(succeeded, "c2", t -> t.newAppend().appendFile(orders.file(0, 4)));
    Ledger next = succeeded.with("orders", new TopicId("another id"), Map.of(0, 8L));
    ledger().commit(next, "c3", t -> t.newAppend().appendFile(orders.file(5, 7)));
    expireAllBut(table.newAppend().appendFile(orders.foreignFile()));

    assertThat(read()).isEqualTo(new Known(next, Evidence.PROPERTY));
  }

  @Test
  void servesFromThePropertyWhereRowsCannotTell() {
    Table bare = orders.createWithoutOffsetColumns();
    TableLedger ledger = new TableLedger(bare, "main", Optional.of("orders"));
    Ledger wanted = Ledger.EMPTY.with("orders", TOPIC, Map.of(0, 10L));
    ledger.commit(wanted, "c1", transaction -> transaction.newAppend());
    bare.newAppend().commit();
    bare.refresh();
    bare.expireSnapshots().expireOlderThan(Long.MAX_VALUE).retainLast(1).commit();
    bare.refresh();

    assertThat(ledger.read()).isEqualTo(new Known(wanted, Evidence.PROPERTY));
  }

  @Test
  void doesNotAskRowsOfWhichSomeWereDeleted() {
    commit(Map.of(0, 100L), "c1", 0, 99);
    commit(Map.of(0, 200L), "c2", 100, 199);
    Ledger wanted = read().ledger();
    new TableLedger(table, "main", Optional.empty())
        .commit(
            wanted,
            "c3",
            transaction ->
                transaction.newDelete().deleteFromRowFilter(Expressions.greaterThan("id", 99L)));
    // An append does not bring them back.
    commit(Map.of(0, 300L), "c4", 50, 50);

    expireAllBut(table.newAppend().appendFile(orders.foreignFile()));

    assertThat(read().evidence()).isEqualTo(Evidence.PROPERTY);
    assertThat(read().ledger().next(ZERO)).hasValue(300);
  }

  @Test
  void refusesARollbackThatNothingTellsOf() {
    Table bare = orders.createWithoutOffsetColumns();
    bare.newAppend().commit();
    bare.newAppend().commit();
    long before = bare.currentSnapshot().snapshotId();
    TableLedger ledger = new TableLedger(bare, "main", Optional.of("orders"));
    ledger.commit(Ledger.EMPTY.with("orders", TOPIC, Map.of(0, 10L)), "c1", t -> t.newAppend());
    ManageSnapshots manage = bare.manageSnapshots().createTag("kept", before);
    manage.commit();
    bare.manageSnapshots().setCurrentSnapshot(before).commit();
    long root = bare.snapshot(before).parentId();
    bare.expireSnapshots().expireSnapshotId(root).commit();
    bare.refresh();

    assertThat(ledger.read()).isInstanceOf(LedgerReading.RolledBack.class);
  }

  @Test
  void refusesACommitOnAHeadThatMoved() {
    Table other = orders.load();
    TableLedger mine = new TableLedger(other, "main", Optional.of("orders"));
    commit(Map.of(0, 100L), "c1", 0, 99);

    assertThatThrownBy(
            () ->
                mine.commit(
                    Ledger.EMPTY.with("orders", TOPIC, Map.of(0, 50L)),
                    "c2",
                    transaction -> transaction.newAppend().appendFile(orders.file(0, 49))))
        .isInstanceOfAny(CommitFailedException.class, ValidationException.class);
    table.refresh();
    assertThat(read().ledger().next(ZERO)).hasValue(100);
  }

  @Test
  void findsACommitByItsId() {
    commit(Map.of(0, 100L), "c1", 0, 99);
    commit(Map.of(0, 200L), "c2", 100, 199);

    assertThat(ledger().landed("c1")).isPresent();
    assertThat(ledger().landed("c3")).isEmpty();
  }

  @Test
  void isKeptForEachBranch() {
    commit(Map.of(0, 100L), "c1", 0, 99);
    TableLedger audit = new TableLedger(table, "audit", Optional.of("orders"));
    assertThat(((Known) audit.read()).ledger().next(ZERO)).hasValue(100);

    audit.commit(
        Ledger.EMPTY.with("orders", TOPIC, Map.of(0, 150L)),
        "c2",
        transaction -> transaction.newAppend().appendFile(orders.file(100, 149)));
    table.refresh();

    assertThat(((Known) audit.read()).ledger().next(ZERO)).hasValue(150);
    assertThat(read().ledger().next(ZERO)).hasValue(100);
  }

  @Test
  void tellsWhoElseWrote() {
    assertThat(ledger().foreignRows()).isEqualTo(ForeignRows.NONE);
    commit(Map.of(0, 100L), "c1", 0, 99);
    assertThat(ledger().foreignRows()).isEqualTo(ForeignRows.NONE);
    table.newAppend().appendFile(orders.foreignFile()).commit();
    assertThat(ledger().foreignRows()).isEqualTo(ForeignRows.OTHER);
    table.newAppend().set("kafka.connect.offsets.control.group", "{}").commit();
    assertThat(ledger().foreignRows()).isEqualTo(ForeignRows.APACHE_SINK);
  }

  private void commit(Map<Integer, Long> next, String commitId, long first, long last) {
    ledger()
        .commit(
            Ledger.EMPTY.with("orders", TOPIC, next),
            commitId,
            transaction -> transaction.newAppend().appendFile(orders.file(first, last)));
    table.refresh();
  }

  private void expireAllBut(AppendFiles last) {
    last.commit();
    table.refresh();
    table.expireSnapshots().expireOlderThan(Long.MAX_VALUE).retainLast(1).commit();
    table.refresh();
    assertThat(table.snapshots()).hasSize(1);
  }

  private TableLedger ledger() {
    return new TableLedger(table, "main", Optional.of("orders"));
  }

  private Known read() {
    return (Known) ledger().read();
  }
}
