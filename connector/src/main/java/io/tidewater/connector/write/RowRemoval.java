/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.write;

import io.tidewater.format.column.MetadataColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
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
import org.apache.iceberg.formats.FormatModelRegistry;
import org.apache.iceberg.formats.ReadBuilder;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.PartitionUtil;

/** Finds the files of a branch that hold some rows, and writes what else they hold to new files. */
public final class RowRemoval {
  private final Table table;
  private final Supplier<UUID> ids;

  /**
   * @param table as of its last refresh
   * @param ids unique ids, for the names of files
   */
  public RowRemoval(Table table, Supplier<UUID> ids) {
    this.table = table;
    this.ids = ids;
  }

  /**
   * @param removed files to take out
   * @param added files with the rows of those that stay
   */
  public record Replacement(List<DataFile> removed, List<DataFile> added) {}

  /** Whether rows tell their offsets, so that they can be found. */
  public static boolean isPossible(Schema schema) {
    return schema.findField(MetadataColumn.PARTITION.columnName()) != null
        && schema.findField(MetadataColumn.OFFSET.columnName()) != null;
  }

  /**
   * @param filter is true for every row that is to go, and for as few others as possible
   * @param goes whether a row is to go
   */
  public Replacement of(String branch, Expression filter, Predicate<Record> goes) {
    List<DataFile> removed = new ArrayList<>();
    TableFiles kept = new TableFiles(SerializableTable.copyOf(table), Map.of(), ids.get());
    TableScan scan = table.newScan().filter(filter);
    if (table.refs().containsKey(branch)) {
      scan = scan.useRef(branch);
    }
    try (CloseableIterable<FileScanTask> tasks = scan.planFiles()) {
      for (FileScanTask task : tasks) {
        if (rewrite(task, goes, kept)) {
          removed.add(task.file());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Replacement(removed, kept.close());
  }

  /** Copies the rows that stay; returns false, having copied none, if all of them do. */
  private boolean rewrite(FileScanTask task, Predicate<Record> goes, TableFiles kept)
      throws IOException {
    if (!holdsAny(task, goes)) {
      return false;
    }
    try (CloseableIterable<Record> rows = read(task)) {
      for (Record row : rows) {
        if (!goes.test(row)) {
          kept.write(copy(row));
        }
      }
    }
    return true;
  }

  private boolean holdsAny(FileScanTask task, Predicate<Record> goes) throws IOException {
    try (CloseableIterable<Record> rows = read(task)) {
      for (Record row : rows) {
        if (goes.test(row)) {
          return true;
        }
      }
    }
    return false;
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
