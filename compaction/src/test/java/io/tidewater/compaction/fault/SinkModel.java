/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.fault;

import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.LedgerReading;
import io.tidewater.format.ledger.TableLedger;
import io.tidewater.format.ledger.TopicId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;

/**
 * Upserts a table as the sink does: new rows, an equality delete for what was there, deletion
 * vectors or position deletes for what comes twice, and the ledger, in one commit. Knows what the
 * table is to hold.
 */
final class SinkModel {
  private static final int KEYS = 40;

  private final Table table;
  private final Random random;
  private final int formatVersion;
  private final Map<Long, String> latest = new TreeMap<>();
  private long offset;

  SinkModel(Table table, Random random, int formatVersion) {
    this.table = table;
    this.random = random;
    this.formatVersion = formatVersion;
  }

  /** Goes on with a fork of the table. */
  SinkModel fork(Table forked, long seed) {
    SinkModel fork = new SinkModel(forked, new Random(seed), formatVersion);
    fork.latest.putAll(latest);
    fork.offset = offset;
    return fork;
  }

  /** What the table is to hold: the names by their ids. */
  Map<Long, String> latest() {
    return latest;
  }

  Ledger ledger() {
    return Ledger.EMPTY.with("orders", TopicId.UNKNOWN, Map.of(0, offset));
  }

  /** Commits some changes; one commit in four holds nothing but tombstones. */
  void commit() {
    commit(random.nextInt(4) == 0 ? 0 : 85);
  }

  /** Commits nothing but tombstones. */
  void bury() {
    commit(0);
  }

  private void commit(int percentOfRows) {
    List<Record> rows = new ArrayList<>();
    Map<Long, Integer> living = new HashMap<>();
    List<Integer> replaced = new ArrayList<>();
    Map<Long, Record> touched = new LinkedHashMap<>();
    Schema keys = TestTables.keys(table, "id");
    for (int change = 1 + random.nextInt(12); change > 0; change--) {
      long key = random.nextInt(KEYS);
      offset++;
      touched.put(key, TestTables.row(keys, key));
      Integer before = living.remove(key);
      if (before != null) {
        replaced.add(before);
      }
      if (random.nextInt(100) >= percentOfRows) {
        latest.remove(key);
      } else {
        String name = "v" + offset;
        latest.put(key, name);
        living.put(key, rows.size());
        rows.add(TestTables.row(table.schema(), key, name, (int) key % 3));
      }
    }
    List<DeleteFile> deletes = new ArrayList<>();
    deletes.add(TestTables.equalityDelete(table, keys, List.copyOf(touched.values())));
    DataFile file = rows.isEmpty() ? null : TestTables.write(table, rows);
    if (file != null && !replaced.isEmpty()) {
      long[] positions = replaced.stream().mapToLong(Integer::longValue).sorted().toArray();
      deletes.add(
          formatVersion > 2
              ? TestTables.deletionVector(table, file, positions)
              : TestTables.positionDelete(table, file, positions));
    }
    commit(Optional.ofNullable(file), deletes);
  }

  private void commit(Optional<DataFile> file, List<DeleteFile> deletes) {
    for (int attempt = 0; ; attempt++) {
      table.refresh();
      TableLedger ledger = new TableLedger(table, "main", Optional.of("orders"));
      if (!(ledger.read() instanceof LedgerReading.Known)) {
        throw new AssertionError("the ledger cannot be told: " + ledger.read());
      }
      try {
        ledger.commit(ledger(), "sink-" + offset, transaction -> delta(transaction, file, deletes));
        table.refresh();
        return;
      } catch (CommitFailedException | ValidationException e) {
        if (attempt == 5) {
          throw e;
        }
      }
    }
  }

  private RowDelta delta(
      Transaction transaction, Optional<DataFile> file, List<DeleteFile> deletes) {
    RowDelta delta = transaction.newRowDelta();
    Snapshot head = table.currentSnapshot();
    if (head != null) {
      delta.validateFromSnapshot(head.snapshotId());
    }
    file.ifPresent(delta::addRows);
    deletes.forEach(delta::addDeletes);
    return delta;
  }
}
