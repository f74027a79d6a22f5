/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.commit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

/**
 * Finds the deletes that Iceberg would drop from a head together with replaced files although they
 * apply to the replacements: a commit drops every delete file with a sequence number below that of
 * all data files that it leaves in place (apache/iceberg#10312).
 */
final class EndangeredDeletes {
  private final Table table;
  private final Snapshot head;

  EndangeredDeletes(Table table, Snapshot head) {
    this.table = table;
    this.head = head;
  }

  /**
   * @param late delete files that the replacements need
   * @param replaced locations of data files that the commit takes out
   */
  List<DeleteFile> among(List<DeleteFile> late, Set<String> replaced) {
    if (late.isEmpty()) {
      return List.of();
    }
    long newest = late.stream().mapToLong(DeleteFile::dataSequenceNumber).max().getAsLong();
    long oldest = late.stream().mapToLong(DeleteFile::dataSequenceNumber).min().getAsLong();
    long bound = oldestLeft(replaced, oldest, newest);
    return late.stream().filter(delete -> delete.dataSequenceNumber() < bound).toList();
  }

  /** The lowest sequence number of data that stays, as far as it decides anything. */
  private long oldestLeft(Set<String> replaced, long enough, long relevant) {
    long oldest = Long.MAX_VALUE;
    List<ManifestFile> oldestFirst = new ArrayList<>(head.dataManifests(table.io()));
    oldestFirst.removeIf(manifest -> manifest.minSequenceNumber() > relevant);
    oldestFirst.sort(Comparator.comparingLong(ManifestFile::minSequenceNumber));
    for (ManifestFile manifest : oldestFirst) {
      try (CloseableIterable<DataFile> files =
          ManifestFiles.read(manifest, table.io(), table.specs())) {
        for (DataFile file : files) {
          if (!replaced.contains(file.location())) {
            oldest = Math.min(oldest, file.dataSequenceNumber());
          }
          if (oldest <= enough) {
            return oldest;
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return oldest;
  }
}
