/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.fault;

import io.tidewater.compaction.fixture.TestTables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.inmemory.InMemoryFileIO;

/** A table that the sink has upserted for a while, and what there is to do with it. */
final class UpsertedOrders implements AutoCloseable {
  private static final int COMMITS = 8;
  private static final Path NOWHERE = Path.of("/memory");

  private final TestTables tables;
  private final Table table;
  private final PassingTime time = new PassingTime();
  private final MemoryFiles files;
  private final SinkModel sink;

  UpsertedOrders(int formatVersion, long seed) {
    tables = new TestTables(NOWHERE);
    table =
        tables.create("orders", TestTables.SCHEMA, PartitionSpec.unpartitioned(), formatVersion);
    files = new MemoryFiles((InMemoryFileIO) table.io(), time);
    sink = new SinkModel(handle(Fate.kind()), new Random(seed), formatVersion);
    for (int commit = 0; commit < COMMITS; commit++) {
      sink.commit();
    }
    // Of a writer that was killed before it could commit it.
    TestTables.write(handle(Fate.kind()), TestTables.rows(handle(Fate.kind())));
    time.pass(Duration.ofHours(2));
  }

  private UpsertedOrders(UpsertedOrders original, long seed) {
    BaseTable there = (BaseTable) original.tables.load("orders");
    tables = new TestTables(NOWHERE);
    table =
        tables
            .catalog()
            .registerTable(
                TableIdentifier.of("shop", "orders"),
                there.operations().current().metadataFileLocation());
    files = original.files.fork(time);
    sink = original.sink.fork(handle(Fate.kind()), seed);
    time.pass(Duration.ofHours(2));
  }

  /** The same table, to which other things happen. */
  UpsertedOrders fork(long seed) {
    return new UpsertedOrders(this, seed);
  }

  /** As anybody sees it. */
  Table table() {
    return handle(Fate.kind());
  }

  SinkModel sink() {
    return sink;
  }

  /** The handle of a process that has a fate. */
  Table handle(Fate fate) {
    return FatefulTable.of(tables.load("orders"), files, fate);
  }

  /** The clock of the storage, and of a service that has it right. */
  PassingTime time() {
    return time;
  }

  /** What somebody else may do at any time. */
  void expireAllButHead() {
    table().expireSnapshots().expireOlderThan(Long.MAX_VALUE).retainLast(1).commit();
  }

  @Override
  public void close() {
    tables.close();
  }
}
