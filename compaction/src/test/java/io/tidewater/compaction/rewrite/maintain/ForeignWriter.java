/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.maintain;

import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.rewrite.commit.PartitionDeletes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.EqualityDeleteWriter;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.types.Types;

/** A writer of random commits, which knows what the table has to hold after each. */
final class ForeignWriter {
  private static final int KEYS = 12;
  private static final int DAYS = 2;

  private final Table table;
  private final Random random;
  private final List<Row> model = new ArrayList<>();
  private final ForeignMaintenance maintenance;
  private int names;

  /** A row; no two have the same name. */
  record Row(long id, String name, int day) {}

  ForeignWriter(Table table, Random random) {
    this.table = table;
    this.random = random;
    this.maintenance = new ForeignMaintenance(table, random);
  }

  /** What the table has to hold, as sorted texts. */
  List<String> expected() {
    return model.stream()
        .map(row -> row.id() + "|" + row.name() + "|" + row.day())
        .sorted()
        .toList();
  }

  /** Does something, mostly to rows. */
  void act() throws IOException {
    table.refresh();
    if (table.currentSnapshot() == null) {
      append();
      return;
    }
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> append();
      case 4, 5, 6 -> deleteKeys();
      case 7, 8 -> upsert();
      case 9, 10 -> deletePositions();
      case 11 -> maintenance.convertDeletes();
      case 12 -> maintenance.rewrite();
      case 13 -> maintenance.expire();
      case 14 -> dropFile();
      default -> changeMetadata();
    }
  }

  /** Deletes by key alone and appends: what makes rewrites of whole tables lose deletes. */
  void deleteThenAppend() throws IOException {
    table.refresh();
    deleteKeys();
    append();
  }

  void append() {
    List<Row> rows = someRows(random.nextInt(DAYS));
    table.newAppend().appendFile(write(rows)).commit();
    model.addAll(rows);
  }

  private List<Row> someRows(int day) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(5); i++) {
      rows.add(new Row(random.nextInt(KEYS), "n" + names++, day));
    }
    return rows;
  }

  private DataFile write(List<Row> rows) {
    return TestTables.write(table, rows.stream().map(this::record).toList());
  }

  private Record record(Row row) {
    return TestTables.row(table.schema(), row.id(), row.name(), row.day());
  }

  private void deleteKeys() throws IOException {
    int day = random.nextInt(DAYS);
    List<Long> keys = List.of((long) random.nextInt(KEYS), (long) random.nextInt(KEYS));
    table.newRowDelta().addDeletes(equalityDelete(keys, day)).commit();
    forget(keys, day);
  }

  private void forget(List<Long> keys, int day) {
    model.removeIf(
        row -> keys.contains(row.id()) && (table.spec().isUnpartitioned() || row.day() == day));
  }

  private void upsert() throws IOException {
    int day = random.nextInt(DAYS);
    List<Row> rows = someRows(day);
    List<Long> keys = rows.stream().map(Row::id).distinct().toList();
    table.newRowDelta().addDeletes(equalityDelete(keys, day)).addRows(write(rows)).commit();
    forget(keys, day);
    model.addAll(rows);
  }

  private DeleteFile equalityDelete(List<Long> ids, int day) throws IOException {
    Schema keys = TestTables.keys(table, "id");
    PartitionKey partition = new PartitionKey(table.spec(), table.schema());
    partition.partition(
        new InternalRecordWrapper(table.schema().asStruct())
            .wrap(record(new Row(ids.get(0), "", day))));
    EqualityDeleteWriter<Record> writer =
        new GenericFileWriterFactory.Builder(table)
            .deleteFileFormat(FileFormat.PARQUET)
            .equalityFieldIds(new int[] {keys.columns().get(0).fieldId()})
            .equalityDeleteRowSchema(keys)
            .build()
            .newEqualityDeleteWriter(
                OutputFileFactory.builderFor(table, 0, 0)
                    .operationId(UUID.randomUUID().toString())
                    .format(FileFormat.PARQUET)
                    .build()
                    .newOutputFile(table.spec(), partition),
                table.spec(),
                partition);
    try (writer) {
      ids.forEach(id -> writer.write(TestTables.row(keys, id)));
    }
    return writer.toDeleteFile();
  }

  private void deletePositions() throws IOException {
    List<FileScanTask> tasks = LiveFiles.tasks(table);
    if (tasks.isEmpty()) {
      return;
    }
    FileScanTask task = tasks.get(random.nextInt(tasks.size()));
    int position = random.nextInt((int) task.file().recordCount());
    RowDelta delta = table.newRowDelta().validateFromSnapshot(table.currentSnapshot().snapshotId());
    List<DataFile> files = new ArrayList<>(List.of(task.file()));
    if (TableUtil.formatVersion(table) >= 3) {
      maintenance.replaceVector(delta, task, List.of((long) position));
    } else if (random.nextBoolean()) {
      delta.addDeletes(TestTables.positionDelete(table, task.file(), position));
    } else {
      tasks.stream()
          .map(FileScanTask::file)
          .filter(file -> file.recordCount() > position)
          .filter(file -> file.specId() == task.file().specId())
          .filter(file -> file.partition().equals(task.file().partition()))
          .filter(file -> !file.location().equals(task.file().location()))
          .forEach(files::add);
      delta.addDeletes(PartitionDeletes.write(table, files, position));
    }
    List<String> gone = new ArrayList<>();
    for (DataFile file : files) {
      gone.add(LiveFiles.names(table, file).get(position));
    }
    delta.commit();
    model.removeIf(row -> gone.contains(row.name()));
  }

  private void dropFile() throws IOException {
    List<FileScanTask> tasks = LiveFiles.tasks(table);
    if (tasks.size() < 2) {
      return;
    }
    DataFile file = tasks.get(random.nextInt(tasks.size())).file();
    List<String> gone = LiveFiles.names(table, file);
    table.newDelete().deleteFile(file.location()).commit();
    model.removeIf(row -> gone.contains(row.name()));
  }

  private void changeMetadata() {
    if (random.nextInt(3) > 0) {
      table.rewriteManifests().clusterBy(file -> "all").commit();
      return;
    }
    String column = "c" + names++;
    table.updateSchema().addColumn(column, Types.StringType.get()).commit();
    List<String> names =
        table.schema().columns().stream()
            .map(Types.NestedField::name)
            .filter(name -> name.startsWith("c"))
            .collect(Collectors.toList());
    if (names.size() > 2) {
      table.updateSchema().deleteColumn(names.get(0)).commit();
    }
  }
}
