/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/**
 * The data files of a snapshot in which something of a family may be left to fill.
 *
 * @param suspects those files, whole, with the deletes that apply to them
 * @param others how many live data files of the snapshot's age or older are not among them
 */
record FamilyFiles(Snapshot snapshot, List<FileScanTask> suspects, long others) {
  FamilyFiles {
    suspects = List.copyOf(suspects);
  }

  /** Reads manifests. */
  static FamilyFiles of(Table table, Snapshot snapshot, ColumnFamily family) {
    MergedThrough through = MergedThrough.of(table, family.merged().fieldId(), snapshot);
    if (through.snapshotId() == snapshot.snapshotId()) {
      return new FamilyFiles(snapshot, List.of(), 1);
    }
    List<FileScanTask> suspects = new ArrayList<>();
    long others = 0;
    try (CloseableIterable<FileScanTask> files =
        table.newScan().useSnapshot(snapshot.snapshotId()).includeColumnStats().planFiles()) {
      for (FileScanTask task : files) {
        if (task.file().dataSequenceNumber() > through.sequenceNumber()
            && mayHold(task.file(), family)) {
          suspects.add(task);
        } else {
          others++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FamilyFiles(snapshot, suspects, others);
  }

  long bytes() {
    return suspects.stream().mapToLong(task -> task.file().fileSizeInBytes()).sum();
  }

  /** Whether some row may have a value in an older column, and none in the merged one. */
  private static boolean mayHold(DataFile file, ColumnFamily family) {
    boolean mergedIsFull = Long.valueOf(0).equals(nulls(file, family.merged()));
    return !mergedIsFull && family.older().stream().anyMatch(older -> !isEmpty(file, older));
  }

  private static boolean isEmpty(DataFile file, NestedField column) {
    @Nullable Long nulls = nulls(file, column);
    return nulls != null && nulls == file.recordCount();
  }

  /** Null if it is not known: the file may have no such column, or no such metrics. */
  private static @Nullable Long nulls(DataFile file, NestedField column) {
    Map<Integer, Long> counts = file.nullValueCounts();
    return counts == null ? null : counts.get(column.fieldId());
  }
}
