/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rows;

import io.tidewater.compaction.commit.Change;
import io.tidewater.compaction.drift.Baseline;
import io.tidewater.compaction.drift.Drift;
import io.tidewater.compaction.drift.FileKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.DeleteWriteResult;

/**
 * Deletes rows of data files, by deletion vectors (format v3) or position deletes (v2), so that no
 * reader of the branch sees them any more. Works beside any writer: a deletion vector that came
 * meanwhile is merged, and a file that left the table is let go.
 */
public final class HideRows implements Change {
  private final Table table;
  private final Baseline baseline;
  private final List<RowsOfFile> rows;
  private final Supplier<UUID> ids;
  private long hidden;
  private long missed;

  /**
   * @param baseline the snapshot on which the rows were chosen
   * @param ids for the names of files
   */
  public HideRows(Table table, Baseline baseline, List<RowsOfFile> rows, Supplier<UUID> ids) {
    this.table = table;
    this.baseline = baseline;
    this.rows = List.copyOf(rows);
    this.ids = ids;
  }

  @Override
  public Attempt on(Snapshot head) {
    Drift drift = baseline.until(table, head);
    Set<String> gone =
        drift.removedFiles().stream().map(DataFile::location).collect(Collectors.toSet());
    List<RowsOfFile> there =
        rows.stream()
            .filter(some -> !gone.contains(some.file().location()))
            .map(some -> now(some, drift))
            .toList();
    hidden = there.stream().mapToLong(RowsOfFile::count).sum();
    missed = (long) rows.size() - there.size();
    if (there.isEmpty()) {
      return new Attempt.GiveUp("all " + rows.size() + " files left the table meanwhile");
    }
    DeleteWriteResult deletes = new PositionWriter(table, ids).write(there);
    long headId = head.snapshotId();
    return new Attempt.RemoveRows<RowDelta>(
        transaction -> {
          RowDelta delta =
              transaction
                  .newRowDelta()
                  .validateFromSnapshot(headId)
                  .validateDataFilesExist(deletes.referencedDataFiles())
                  .validateDeletedFiles();
          deletes.deleteFiles().forEach(delta::addDeletes);
          deletes.rewrittenDeleteFiles().forEach(delta::removeDeletes);
          return delta;
        });
  }

  /** How many rows the last attempt deleted. */
  public long hidden() {
    return hidden;
  }

  /** How many files had left the table at the last attempt. */
  public long missed() {
    return missed;
  }

  /** The same rows, with the deletes that apply to their file now. */
  private static RowsOfFile now(RowsOfFile some, Drift drift) {
    Set<FileKey> removed = new HashSet<>();
    drift.removedDeletes().forEach(delete -> removed.add(FileKey.of(delete)));
    String location = some.file().location();
    List<DeleteFile> deletes =
        Stream.concat(
                some.deletes().stream(),
                drift.addedDeletes().stream()
                    .filter(delete -> location.equals(delete.referencedDataFile())))
            .filter(delete -> !removed.contains(FileKey.of(delete)))
            .toList();
    return new RowsOfFile(some.file(), deletes, some.positions());
  }
}
