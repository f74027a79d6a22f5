/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.fault;

import io.tidewater.compaction.fixture.TestTables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.inmemory.InMemoryFileIO;

/** A table that the sink has upserted for a while, and what there is to do with it. */
final class UpsertedOrders implements AutoCloseable {
  private static final int COMMITS = 9;

  private final TestTables tables;
  private final Table table;
  private final MemoryFiles files;
  private final SinkModel sink;

  UpsertedOrders(Path folder, int formatVersion, long seed) {
    tables = new TestTables(folder);
    table =
        tables.create("orders", TestTables.SCHEMA, PartitionSpec.unpartitioned(), formatVersion);
    files = new MemoryFiles((InMemoryFileIO) table.io());
    sink = new SinkModel(handle(Fate.kind()), new Random(seed), formatVersion);
    for (int commit = 0; commit < COMMITS; commit++) {
      sink.commit();
    }
  }

  Table table() {
    return table;
  }

  SinkModel sink() {
    return sink;
  }

  /** The handle of a process that has a fate. */
  Table handle(Fate fate) {
    return FatefulTable.of(tables.load("orders"), files, fate);
  }

  /** A while after everything that was written. */
  Instant now() {
    return Instant.now().plus(Duration.ofHours(2));
  }

  /** What somebody else may do at any time. */
  void expireAllButHead() {
    Table other = handle(Fate.kind());
    other.expireSnapshots().expireOlderThan(Long.MAX_VALUE).retainLast(1).commit();
  }

  @Override
  public void close() {
    tables.close();
  }
}
