/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.upkeep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types.NestedField;

/** Columns at the top that are null in all rows, as the metrics of the files say. */
final class EmptyColumns {
  private EmptyColumns() {}

  /** Their names; without those of which some file has no metrics. */
  static List<String> of(Table table, String branch) {
    Snapshot head = table.snapshot(branch);
    if (head == null) {
      return List.of();
    }
    Set<Integer> empty = new TreeSet<>();
    for (NestedField column : table.schema().columns()) {
      if (column.type().isPrimitiveType() && column.initialDefault() == null) {
        empty.add(column.fieldId());
      }
    }
    long files = 0;
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().useSnapshot(head.snapshotId()).includeColumnStats().planFiles()) {
      for (FileScanTask task : tasks) {
        files++;
        empty.removeIf(column -> !isEmpty(task.file(), column));
        if (empty.isEmpty()) {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files == 0
        ? List.of()
        : empty.stream().map(id -> table.schema().findColumnName(id)).toList();
  }

  private static boolean isEmpty(DataFile file, int column) {
    Map<Integer, Long> nulls = file.nullValueCounts();
    return nulls != null && Long.valueOf(file.recordCount()).equals(nulls.get(column));
  }
}
