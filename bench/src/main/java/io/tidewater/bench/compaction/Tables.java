/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.bench.compaction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.io.CloseableIterable;

/**
 * The tables of the benchmark: a folder that a Hadoop catalog, ours and Spark's, makes sense of.
 */
final class Tables {
  private static final String NAMESPACE = "bench";
  private static final String BASE = "base";

  private final Path warehouse;
  private final HadoopCatalog catalog;

  Tables(Path warehouse) {
    this.warehouse = warehouse.toAbsolutePath();
    this.catalog = new HadoopCatalog(new Configuration(), this.warehouse.toString());
  }

  Path warehouse() {
    return warehouse;
  }

  Table load(String name) {
    return catalog.loadTable(TableIdentifier.of(NAMESPACE, name));
  }

  boolean isComplete(String name) {
    TableIdentifier table = TableIdentifier.of(NAMESPACE, name);
    return catalog.tableExists(table) && load(name).refs().containsKey(BASE);
  }

  Table create(Scenario scenario) {
    TableIdentifier name = TableIdentifier.of(NAMESPACE, scenario.table());
    if (catalog.tableExists(name)) {
      catalog.dropTable(name, true);
    }
    return catalog.createTable(
        name,
        Events.SCHEMA,
        PartitionSpec.unpartitioned(),
        Map.of(
            TableProperties.FORMAT_VERSION,
            "3",
            TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES,
            Long.toString(scenario.rowGroupBytes())));
  }

  /** Marks the state from which every contender starts. */
  static void complete(Table table) {
    table.manageSnapshots().createTag(BASE, table.currentSnapshot().snapshotId()).commit();
  }

  /** Goes back to that state, and deletes what was written since. */
  void reset(String name) throws IOException {
    Table table = load(name);
    long base = table.snapshot(BASE).snapshotId();
    if (table.currentSnapshot().snapshotId() != base) {
      table.manageSnapshots().rollbackTo(base).commit();
      table.expireSnapshots().expireOlderThan(Long.MAX_VALUE).retainLast(1).commit();
    }
    Set<Path> live = new HashSet<>();
    try (CloseableIterable<FileScanTask> tasks = load(name).newScan().planFiles()) {
      for (FileScanTask task : tasks) {
        live.add(Path.of(task.file().location()));
        task.deletes().forEach(delete -> live.add(Path.of(delete.location())));
      }
    }
    List<Path> stored;
    try (Stream<Path> files =
        Files.walk(warehouse.resolve(NAMESPACE).resolve(name).resolve("data"))) {
      stored = files.filter(Files::isRegularFile).toList();
    }
    for (Path file : stored) {
      if (!live.contains(file) && !file.getFileName().toString().startsWith(".")) {
        Files.delete(file);
      }
    }
  }
}
