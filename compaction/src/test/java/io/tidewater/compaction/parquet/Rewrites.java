/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.Ordering;
import io.tidewater.compaction.rewrite.Pulse;
import io.tidewater.compaction.rewrite.RewrittenGroup;
import io.tidewater.compaction.rewrite.Workplace;
import io.tidewater.compaction.task.MemoryBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.ContentFileUtil;

/** Rewrites whole tables and reads them, with row lineage where there is one. */
final class Rewrites {
  private Rewrites() {}

  /** All files of a table as one group, in the order in which they came. */
  static FileGroup everything(Table table, long targetBytes) {
    table.refresh();
    List<FileScanTask> tasks = new ArrayList<>();
    try (CloseableIterable<FileScanTask> planned =
        table.newScan().includeColumnStats().planFiles()) {
      planned.forEach(tasks::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tasks.sort(
        Comparator.comparing((FileScanTask task) -> task.file().dataSequenceNumber())
            .thenComparing(task -> task.file().location()));
    return new FileGroup(
        1,
        tasks,
        table.spec().specId(),
        table.currentSnapshot().sequenceNumber(),
        targetBytes,
        new Ordering.AsTheyStood());
  }

  static ColumnarRewriter rewriter(Table table, ColumnarOptions options) {
    Workplace workplace =
        new Workplace(
            new MemoryBudget(64L << 20),
            Path.of(System.getProperty("java.io.tmpdir")),
            UUID::randomUUID);
    return new ColumnarRewriter(table, options, workplace);
  }

  static RewrittenGroup rewrite(Table table, FileGroup group, ColumnarOptions options) {
    return rewriter(table, options).rewrite(group, Pulse.NONE);
  }

  static void commit(Table table, FileGroup group, RewrittenGroup rewritten) {
    RewriteFiles commit =
        table
            .newRewrite()
            .validateFromSnapshot(table.currentSnapshot().snapshotId())
            .dataSequenceNumber(group.dataSequenceNumber());
    Set<DeleteFile> dangling = new LinkedHashSet<>();
    for (FileScanTask task : group.inputs()) {
      commit.deleteFile(task.file());
      task.deletes().stream().filter(ContentFileUtil::isFileScoped).forEach(dangling::add);
    }
    dangling.forEach(commit::deleteFile);
    for (DataFile file : rewritten.added()) {
      commit.addFile(file);
    }
    commit.commit();
  }

  /** All rows, ordered by the column {@code id}, with their lineage if the table keeps it. */
  static List<Record> rows(Table table) {
    table.refresh();
    boolean lineage = TableUtil.supportsRowLineage(table);
    Schema schema = lineage ? MetadataColumns.schemaWithRowLineage(table.schema()) : table.schema();
    List<Record> rows = new ArrayList<>();
    try (CloseableIterable<Record> read = IcebergGenerics.read(table).project(schema).build()) {
      // Where there are deletes the reader leaves a column of its own at the end.
      read.forEach(row -> rows.add(only(schema, row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows.sort(Comparator.comparing(row -> (Long) row.getField("id")));
    return rows;
  }

  private static Record only(Schema schema, Record row) {
    Record wanted = GenericRecord.create(schema);
    schema.columns().forEach(column -> wanted.setField(column.name(), row.getField(column.name())));
    return wanted;
  }

  /** Where rows differ, a few places only; empty if they do not. */
  static List<String> differences(List<Record> before, List<Record> after) {
    List<String> differences = new ArrayList<>();
    if (before.size() != after.size()) {
      differences.add(before.size() + " rows became " + after.size());
    }
    for (int row = 0; row < Math.min(before.size(), after.size()); row++) {
      Record old = before.get(row);
      for (int i = 0; i < old.size() && differences.size() < 10; i++) {
        Object was = old.get(i);
        Object is = after.get(row).get(i);
        if (!Objects.deepEquals(was, is)) {
          String column = old.struct().fields().get(i).name();
          differences.add("row " + old.get(0) + ", " + column + ": " + was + " became " + is);
        }
      }
    }
    return differences;
  }

  /** Deletes random rows of a file, as the format version has it. */
  static void delete(Table table, DataFile file, Random random, int count) {
    long[] positions =
        random.longs(0, file.recordCount()).distinct().limit(count).sorted().toArray();
    table
        .newRowDelta()
        .addDeletes(
            TableUtil.formatVersion(table) >= 3
                ? TestTables.deletionVector(table, file, positions)
                : TestTables.positionDelete(table, file, positions))
        .commit();
  }
}
