/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.Schema;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.BaseDeleteLoader;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.PositionDeleteIndex;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.TypeUtil;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/**
 * Finds rows of data files, by reading some of their columns only. Thread-safe as long as nobody
 * refreshes the table.
 */
public final class MatchingRows {
  private final Table table;
  private final RowReader reader;
  private final Schema columns;
  private final Predicate<StructLike> condition;

  /**
   * @param columns what the condition is about
   * @param condition on rows of these columns, in Iceberg's internal values
   */
  public MatchingRows(Table table, Schema columns, Predicate<StructLike> condition) {
    this.table = table;
    this.reader = new RowReader(table);
    this.columns = columns;
    this.condition = condition;
  }

  /** The rows that are in the file, deleted or not. */
  public RowsOfFile stored(FileScanTask task) {
    return new RowsOfFile(task.file(), task.deletes(), positions(task));
  }

  /**
   * The rows that are in the file and not deleted by position. What equality deletes say is not
   * looked at: such rows may be among them.
   */
  public RowsOfFile undeleted(FileScanTask task) {
    Roaring64NavigableMap positions = positions(task);
    List<DeleteFile> deletes =
        task.deletes().stream()
            .filter(delete -> delete.content() == FileContent.POSITION_DELETES)
            .toList();
    if (!deletes.isEmpty() && !positions.isEmpty()) {
      PositionDeleteIndex deleted =
          new BaseDeleteLoader(delete -> table.io().newInputFile(delete.location()))
              .loadPositionDeletes(deletes, task.file().location());
      deleted.forEach(positions::removeLong);
    }
    return new RowsOfFile(task.file(), task.deletes(), positions);
  }

  private Roaring64NavigableMap positions(FileScanTask task) {
    Schema projection = TypeUtil.join(columns, new Schema(MetadataColumns.ROW_POSITION));
    InternalRecordWrapper values = new InternalRecordWrapper(projection.asStruct());
    int position = projection.columns().indexOf(MetadataColumns.ROW_POSITION);
    Roaring64NavigableMap positions = new Roaring64NavigableMap();
    try (CloseableIterable<Record> rows = reader.all(task, projection)) {
      for (Record row : rows) {
        if (condition.test(values.wrap(row))) {
          positions.addLong(row.get(position, Long.class));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return positions;
  }
}
