/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.commit.Change.Attempt;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.LedgerSummary;
import io.tidewater.format.ledger.TableLedger;
import io.tidewater.format.ledger.TopicId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.expressions.Expressions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchCommitterTest {
  private static final Patience AT_ONCE = attempts -> {};

  private TestTables tables;
  private Table writer;
  private Table ours;

  @BeforeEach
  void create(@TempDir Path folder) {
    tables = new TestTables(folder);
    writer = tables.create("orders", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 3);
    ours = tables.load("orders");
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private DataFile file(long id) {
    return TestTables.write(writer, List.of(TestTables.row(writer.schema(), id, "n", 1)));
  }

  private void sinkCommits(long id, Ledger ledger) {
    writer.refresh();
    DataFile file = file(id);
    new TableLedger(writer, "main", Optional.empty())
        .commit(ledger, "sink-" + id, transaction -> transaction.newAppend().appendFile(file));
    writer.refresh();
  }

  private static Ledger ledger(long next) {
    TreeMap<Integer, Long> offsets = new TreeMap<>();
    offsets.put(0, next);
    return Ledger.EMPTY.with("orders", TopicId.UNKNOWN, offsets);
  }

  private BranchCommitter committer() {
    return new BranchCommitter(ours, "main", UUID::randomUUID, AT_ONCE);
  }

  private static Attempt.Commit<?> touch() {
    return new Attempt.Commit<>(Transaction::newAppend);
  }

  @Test
  void carriesTheLedgerForward() {
    sinkCommits(1, ledger(7));

    CommitResult result = committer().commit(head -> touch());

    assertThat(result).isInstanceOf(CommitResult.Landed.class);
    assertThat(LedgerSummary.ledger(ours.currentSnapshot())).contains(ledger(7));
  }

  @Test
  void carriesTheLedgerOfTheHeadItLandsOn() {
    sinkCommits(1, ledger(7));
    List<Long> heads = new ArrayList<>();

    committer()
        .commit(
            head -> {
              heads.add(head.snapshotId());
              if (heads.size() < 3) {
                // Another commit comes between decision and swap.
                sinkCommits(1 + heads.size(), ledger(7 + heads.size()));
              }
              return touch();
            });

    assertThat(heads).hasSize(3).doesNotHaveDuplicates();
    assertThat(LedgerSummary.ledger(ours.currentSnapshot())).contains(ledger(9));
    assertThat(TestTables.rows(ours)).hasSize(3);
  }

  @Test
  void givesNoLedgerToATableWithoutOne() {
    writer.newAppend().appendFile(file(1)).commit();

    committer().commit(head -> touch());

    assertThat(ours.currentSnapshot().summary()).doesNotContainKey(LedgerSummary.LEDGER);
    assertThat(ours.properties()).doesNotContainKey(LedgerSummary.propertyName("main"));
  }

  @Test
  void givesUpWhenTheChangeDoes() {
    sinkCommits(1, ledger(7));
    Snapshot head = writer.currentSnapshot();

    CommitResult result = committer().commit(ignored -> new Attempt.GiveUp("no reason"));

    assertThat(result).isEqualTo(new CommitResult.GivenUp("no reason"));
    assertThat(ours.currentSnapshot().snapshotId()).isEqualTo(head.snapshotId());
  }

  @Test
  void removedRowsNoLongerTellOffsets() {
    sinkCommits(1, ledger(7));

    committer()
        .commit(
            head ->
                new Attempt.RemoveRows<>(
                    transaction ->
                        transaction.newDelete().deleteFromRowFilter(Expressions.alwaysTrue())));

    assertThat(TestTables.rows(ours)).isEmpty();
    assertThat(LedgerSummary.ledger(ours.currentSnapshot())).contains(ledger(7));
    assertThat(ours.properties().get(LedgerSummary.propertyName("main")))
        .contains("\"told-by-rows\":false");
  }
}
