/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.rewind;

import io.tidewater.connector.write.TableFiles;
import io.tidewater.format.column.MetadataColumn;
import io.tidewater.format.ledger.SourcePartition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableScan;
import org.apache.iceberg.data.GenericDeleteFilter;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.formats.FormatModelRegistry;
import org.apache.iceberg.formats.ReadBuilder;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.PartitionUtil;

/**
 * Finds the files of a branch that hold rows from given offsets on, and writes what else they hold
 * to new files.
 */
final class RowRemoval {
  private final Table table;
  private final Supplier<UUID> ids;
  private final boolean rowsNameTopic;

  RowRemoval(Table table, Supplier<UUID> ids) {
    this.table = table;
    this.ids = ids;
    this.rowsNameTopic = table.schema().findField(MetadataColumn.TOPIC.columnName()) != null;
  }

  /**
   * @param removed files to take out
   * @param added files with the rows of those that stay
   */
  record Replacement(List<DataFile> removed, List<DataFile> added) {}

  /** Whether rows tell their offsets, so that they can be found. */
  static boolean isPossible(Schema schema) {
    return schema.findField(MetadataColumn.PARTITION.columnName()) != null
        && schema.findField(MetadataColumn.OFFSET.columnName()) != null;
  }

  /**
   * @param from for each partition the first offset whose row is to go
   */
  Replacement of(String branch, Map<SourcePartition, Long> from) {
    List<DataFile> removed = new ArrayList<>();
    TableFiles kept = new TableFiles(SerializableTable.copyOf(table), Map.of(), ids.get());
    TableScan scan = table.newScan().filter(matching(from));
    if (table.refs().containsKey(branch)) {
      scan = scan.useRef(branch);
    }
    try (CloseableIterable<FileScanTask> tasks = scan.planFiles()) {
      for (FileScanTask task : tasks) {
        if (rewrite(task, from, kept)) {
          removed.add(task.file());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Replacement(removed, kept.close());
  }

  private Expression matching(Map<SourcePartition, Long> from) {
    Expression any = Expressions.alwaysFalse();
    for (Map.Entry<SourcePartition, Long> entry : from.entrySet()) {
      Expression rows =
          Expressions.and(
              Expressions.equal(MetadataColumn.PARTITION.columnName(), entry.getKey().partition()),
              Expressions.greaterThanOrEqual(MetadataColumn.OFFSET.columnName(), entry.getValue()));
      if (rowsNameTopic) {
        rows =
            Expressions.and(
                rows, Expressions.equal(MetadataColumn.TOPIC.columnName(), entry.getKey().topic()));
      }
      any = Expressions.or(any, rows);
    }
    return any;
  }

  /** Copies the rows that stay; returns false, having copied none, if all of them do. */
  private boolean rewrite(FileScanTask task, Map<SourcePartition, Long> from, TableFiles kept)
      throws IOException {
    if (!holdsAny(task, from)) {
      return false;
    }
    try (CloseableIterable<Record> rows = read(task)) {
      for (Record row : rows) {
        if (!goes(row, from)) {
          kept.write(copy(row));
        }
      }
    }
    return true;
  }

  private boolean holdsAny(FileScanTask task, Map<SourcePartition, Long> from) throws IOException {
    try (CloseableIterable<Record> rows = read(task)) {
      for (Record row : rows) {
        if (goes(row, from)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean goes(Record row, Map<SourcePartition, Long> from) {
    Object partition = row.getField(MetadataColumn.PARTITION.columnName());
    Object offset = row.getField(MetadataColumn.OFFSET.columnName());
    if (!(partition instanceof Integer number) || !(offset instanceof Long position)) {
      return false;
    }
    Object topic = rowsNameTopic ? row.getField(MetadataColumn.TOPIC.columnName()) : null;
    return from.entrySet().stream()
        .anyMatch(
            entry ->
                entry.getKey().partition() == number
                    && position >= entry.getValue()
                    && (topic == null || entry.getKey().topic().equals(topic.toString())));
  }

  private CloseableIterable<Record> read(FileScanTask task) {
    Schema schema = table.schema();
    GenericDeleteFilter deletes = new GenericDeleteFilter(table.io(), task, schema, schema);
    ReadBuilder<Record, Object> reader =
        FormatModelRegistry.readBuilder(
            task.file().format(), Record.class, table.io().newInputFile(task.file()));
    return deletes.filter(
        reader
            .project(deletes.requiredSchema())
            .idToConstant(PartitionUtil.constantsMap(task))
            .build());
  }

  /** Rows that deletes were applied to may have columns behind those of the table. */
  private GenericRecord copy(Record row) {
    GenericRecord copy = GenericRecord.create(table.schema());
    for (int column = 0; column < copy.size(); column++) {
      copy.set(column, row.get(column));
    }
    return copy;
  }
}
