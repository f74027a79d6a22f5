/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.ttl;

import io.tidewater.compaction.commit.Change;
import io.tidewater.compaction.drift.Baseline;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/** Takes whole data files out of a branch, as far as they are still there. */
final class DropFiles implements Change {
  private final Table table;
  private final Baseline baseline;
  private final List<DataFile> files;
  private List<DataFile> dropped = List.of();

  /**
   * @param baseline the snapshot in which the files were seen
   */
  DropFiles(Table table, Baseline baseline, List<DataFile> files) {
    this.table = table;
    this.baseline = baseline;
    this.files = List.copyOf(files);
  }

  @Override
  public Attempt on(Snapshot head) {
    Set<String> gone =
        baseline.until(table, head).removedFiles().stream()
            .map(DataFile::location)
            .collect(Collectors.toSet());
    dropped = files.stream().filter(file -> !gone.contains(file.location())).toList();
    if (dropped.isEmpty()) {
      return new Attempt.GiveUp("all " + files.size() + " files left the table meanwhile");
    }
    List<DataFile> there = dropped;
    return new Attempt.RemoveRows<DeleteFiles>(
        transaction -> {
          DeleteFiles update = transaction.newDelete();
          there.forEach(update::deleteFile);
          return update;
        });
  }

  /** What the last attempt took out. */
  List<DataFile> dropped() {
    return dropped;
  }
}
