/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.maintain;

import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.Ordering;
import io.tidewater.compaction.rewrite.Pulse;
import io.tidewater.compaction.rewrite.RewrittenGroup;
import io.tidewater.compaction.rewrite.Workplace;
import io.tidewater.compaction.rewrite.row.RowRewriter;
import io.tidewater.compaction.task.MemoryBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.data.BaseDeleteLoader;
import org.apache.iceberg.data.GenericDeleteFilter;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.formats.FormatModelRegistry;
import org.apache.iceberg.formats.ReadBuilder;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.util.ContentFileUtil;

/** What other services do to a table, in one step each, and correct as long as they are alone. */
final class ForeignMaintenance {
  private final Table table;
  private final Random random;

  ForeignMaintenance(Table table, Random random) {
    this.table = table;
    this.random = random;
  }

  /** Puts positions into a file's deletion vector. */
  void replaceVector(RowDelta delta, FileScanTask task, List<Long> positions) {
    TreeSet<Long> all = new TreeSet<>(positions);
    for (DeleteFile vector : vectors(task)) {
      new BaseDeleteLoader(table.io()::newInputFile)
          .loadPositionDeletes(List.of(vector), task.file().location())
          .forEach(all::add);
      delta.removeDeletes(vector);
    }
    delta.addDeletes(
        TestTables.deletionVector(
            table, task.file(), all.stream().mapToLong(Long::longValue).toArray()));
  }

  private static List<DeleteFile> vectors(FileScanTask task) {
    return task.deletes().stream().filter(ContentFileUtil::isDV).toList();
  }

  /** Turns all equality deletes into position deletes, sometimes the way that is dangerous. */
  void convertDeletes() throws IOException {
    List<DeleteFile> equality = LiveFiles.equalityDeletes(table);
    if (equality.isEmpty()) {
      return;
    }
    boolean vectors = TableUtil.formatVersion(table) >= 3;
    List<DeleteFile> added = new ArrayList<>();
    List<DeleteFile> removed = new ArrayList<>(equality);
    for (FileScanTask task : LiveFiles.tasks(table)) {
      long[] deleted = deletedPositions(task);
      if (deleted.length > 0) {
        added.add(
            vectors
                ? TestTables.deletionVector(table, task.file(), deleted)
                : TestTables.positionDelete(table, task.file(), deleted));
        removed.addAll(vectors(task));
      }
    }
    long head = table.currentSnapshot().snapshotId();
    if (random.nextBoolean()) {
      RowDelta delta = table.newRowDelta().validateFromSnapshot(head);
      added.forEach(delta::addDeletes);
      removed.forEach(delta::removeDeletes);
      delta.commit();
    } else {
      RewriteFiles replace = table.newRewrite().validateFromSnapshot(head);
      added.forEach(replace::addFile);
      removed.forEach(replace::deleteFile);
      replace.commit();
    }
  }

  private long[] deletedPositions(FileScanTask task) throws IOException {
    List<Types.NestedField> columns = new ArrayList<>(table.schema().columns());
    columns.add(MetadataColumns.ROW_POSITION);
    GenericDeleteFilter filter =
        new GenericDeleteFilter(table.io(), task, table.schema(), new Schema(columns));
    ReadBuilder<Record, ?> builder =
        FormatModelRegistry.readBuilder(
            task.file().format(), Record.class, table.io().newInputFile(task.file().location()));
    TreeSet<Long> deleted = new TreeSet<>();
    for (long i = 0; i < task.file().recordCount(); i++) {
      deleted.add(i);
    }
    int position = table.schema().columns().size();
    try (CloseableIterable<Record> rows =
        filter.filter(builder.project(filter.requiredSchema()).build())) {
      rows.forEach(row -> deleted.remove((Long) row.get(position)));
    }
    return deleted.stream().mapToLong(Long::longValue).toArray();
  }

  /** Rewrites some files of a partition. */
  void rewrite() throws IOException {
    List<FileScanTask> tasks = LiveFiles.tasks(table);
    FileScanTask first = tasks.isEmpty() ? null : tasks.get(random.nextInt(tasks.size()));
    if (first == null) {
      return;
    }
    List<FileScanTask> inputs =
        tasks.stream()
            .filter(task -> task.file().partition().equals(first.file().partition()))
            .limit(1 + random.nextInt(3))
            .toList();
    long sequence = table.currentSnapshot().sequenceNumber();
    FileGroup group =
        new FileGroup(
            0, inputs, table.spec().specId(), sequence, 1 << 20, new Ordering.AsTheyStood());
    Workplace workplace =
        new Workplace(new MemoryBudget(16 << 20), Path.of("unused"), UUID::randomUUID);
    RewrittenGroup result =
        new RowRewriter(SerializableTable.copyOf(table), workplace).rewrite(group, Pulse.NONE);
    RewriteFiles replace =
        table
            .newRewrite()
            .validateFromSnapshot(table.currentSnapshot().snapshotId())
            .dataSequenceNumber(sequence);
    inputs.forEach(task -> replace.deleteFile(task.file()));
    result.added().forEach(replace::addFile);
    replace.commit();
  }

  /** Forgets most snapshots and deletes what only they held. */
  void expire() {
    table
        .expireSnapshots()
        .expireOlderThan(System.currentTimeMillis())
        .retainLast(1 + random.nextInt(4))
        .commit();
  }
}
