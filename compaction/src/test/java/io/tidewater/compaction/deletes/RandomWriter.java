/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes;

import io.tidewater.compaction.fixture.TestTables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Schema;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.util.ContentFileUtil;

/** Does to a table what sinks, engines, and people do, one commit at a time. */
public final class RandomWriter {
  private static final Integer[][] KEY_SETS = {{2}, {2}, {2}, {3}, {2, 3}, {2, 4}, {3, 4}};

  private final Table table;
  private final ModelTable model;
  private final Random random;
  private final ForeignRewrite rewrite;
  private int renames;
  private int specs;

  /**
   * @param table a handle of its own
   */
  public RandomWriter(Table table, ModelTable model, Random random) {
    this.table = table;
    this.model = model;
    this.random = random;
    this.rewrite = new ForeignRewrite(table, random);
  }

  /** One commit, or one more step towards one; returns what it was. */
  public String step() {
    table.refresh();
    model.table().refresh();
    return switch (random.nextInt(18)) {
      case 0, 1, 2, 3 -> insert();
      case 4, 5, 6, 7, 8 -> upsert();
      case 9, 10 -> delete();
      case 11, 12, 13 -> deleteRow();
      case 14, 15 -> rewrite.step();
      case 16 -> changeSchema();
      default -> changeSpec();
    };
  }

  /** Rows with new keys and old, no deletes. */
  public String insert() {
    Map<PartitionKey, List<Record>> byPartition = rows(1 + random.nextInt(8));
    RowDelta delta = table.newRowDelta();
    byPartition.forEach((partition, rows) -> delta.addRows(TestTables.write(table, rows)));
    delta.commit();
    byPartition.forEach((partition, rows) -> model.added(rows, path(partition)));
    return "insert";
  }

  /** Rows that take the place of those with the same keys, as a sink upserts. */
  public String upsert() {
    Map<PartitionKey, List<Record>> byPartition = rows(1 + random.nextInt(5));
    Schema keys = keys();
    RowDelta delta = table.newRowDelta();
    byPartition.forEach(
        (partition, rows) -> {
          delta.addRows(TestTables.write(table, rows));
          delta.addDeletes(
              Writers.equalityDelete(table, keys, spared(partition), project(rows, keys)));
        });
    delta.commit();
    byPartition.forEach(
        (partition, rows) -> model.deleted(keys, path(partition), project(rows, keys)));
    byPartition.forEach((partition, rows) -> model.added(rows, path(partition)));
    return "upsert by " + keys.columns().stream().map(Types.NestedField::name).toList();
  }

  /** Tombstones alone. */
  public String delete() {
    Map<PartitionKey, List<Record>> byPartition = rows(1 + random.nextInt(3));
    Schema keys = keys();
    RowDelta delta = table.newRowDelta();
    byPartition.forEach(
        (partition, rows) ->
            delta.addDeletes(
                Writers.equalityDelete(table, keys, spared(partition), project(rows, keys))));
    delta.commit();
    byPartition.forEach(
        (partition, rows) -> model.deleted(keys, path(partition), project(rows, keys)));
    return "delete by " + keys.columns().stream().map(Types.NestedField::name).toList();
  }

  /** One row by its position, as a sink or an engine does that knows where it is. */
  public String deleteRow() {
    List<FileScanTask> files = ForeignRewrite.files(table);
    if (files.isEmpty()) {
      return "nothing";
    }
    FileScanTask task = files.get(random.nextInt(files.size()));
    List<Long> uids = model.uidsOf(task.file());
    int position = random.nextInt(uids.size());
    RowDelta delta = table.newRowDelta().validateFromSnapshot(table.currentSnapshot().snapshotId());
    if (TableUtil.formatVersion(table) >= 3) {
      List<DeleteFile> previous =
          task.deletes().stream()
              .filter(delete -> delete.content() == org.apache.iceberg.FileContent.POSITION_DELETES)
              .toList();
      delta.addDeletes(ForeignRewrite.vector(table, task.file(), previous, position));
      previous.stream().filter(ContentFileUtil::isFileScoped).forEach(delta::removeDeletes);
    } else if (random.nextBoolean()) {
      delta.addDeletes(TestTables.positionDelete(table, task.file(), position));
    } else {
      List<DataFile> together = new ArrayList<>(List.of(task.file()));
      files.stream()
          .map(FileScanTask::file)
          .filter(
              other ->
                  other.specId() == task.file().specId()
                      && other.partition().equals(task.file().partition())
                      && other.recordCount() > position
                      && !other.location().equals(task.file().location()))
          .findFirst()
          .ifPresent(together::add);
      delta.addDeletes(Writers.partitionDelete(table, together, position));
      together.forEach(file -> model.deletedRow(model.uidsOf(file).get(position)));
    }
    delta.commit();
    model.deletedRow(uids.get(position));
    return "delete row";
  }

  private String changeSchema() {
    if (random.nextInt(3) == 0 && table.schema().findField(2).type() == Types.IntegerType.get()) {
      String id = table.schema().findColumnName(2);
      table.updateSchema().updateColumn(id, Types.LongType.get()).commit();
      return "promote id";
    }
    int field = 2 + random.nextInt(2);
    String now = table.schema().findColumnName(field);
    table.updateSchema().renameColumn(now, "renamed" + renames++).commit();
    return "rename " + now;
  }

  private String changeSpec() {
    switch (specs++ % 3) {
      case 0 -> table.updateSpec().addField(table.schema().findColumnName(4)).commit();
      case 1 ->
          table
              .updateSpec()
              .addField(Expressions.bucket(table.schema().findColumnName(3), 2))
              .commit();
      default ->
          table.spec().fields().stream()
              .map(field -> field.name())
              .reduce(
                  table.updateSpec(), (update, name) -> update.removeField(name), (one, two) -> one)
              .commit();
    }
    return "change spec to " + table.spec();
  }

  private Map<PartitionKey, List<Record>> rows(int count) {
    Map<PartitionKey, List<Record>> byPartition = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      Record row = model.newRow();
      byPartition
          .computeIfAbsent(Writers.partition(table, row), partition -> new ArrayList<>())
          .add(row);
    }
    byPartition.values().forEach(Collections::unmodifiableList);
    return byPartition;
  }

  private Schema keys() {
    return model.keys(KEY_SETS[random.nextInt(KEY_SETS.length)]);
  }

  private StructLike spared(PartitionKey partition) {
    return table.spec().isUnpartitioned() ? null : partition;
  }

  private String path(PartitionKey partition) {
    return table.spec().partitionToPath(partition);
  }

  private static List<Record> project(List<Record> rows, Schema keys) {
    return rows.stream()
        .map(
            row -> {
              Record key = GenericRecord.create(keys);
              keys.columns()
                  .forEach(column -> key.setField(column.name(), row.getField(column.name())));
              return key;
            })
        .toList();
  }
}
