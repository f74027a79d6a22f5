/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.observe;

import java.time.Instant;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.util.ContentFileUtil;

/** The facts of a partition while files are counted in and out. */
final class Tally {
  private final SortKey key;
  private final long[] files;
  private final long[] bytes;
  private long records;
  private DeleteFacts deletes;
  private LayoutFacts layout;
  private Instant lastChange;

  Tally(SortKey key, PartitionFacts facts) {
    this.key = key;
    this.files = facts.sizes().fileCounts();
    this.bytes = facts.sizes().byteCounts();
    this.records = facts.records();
    this.deletes = facts.deletes();
    this.layout = facts.layout();
    this.lastChange = facts.lastChange();
  }

  /**
   * Counts a data file.
   *
   * @param sign 1 in, -1 out
   */
  void count(DataFile file, int sign) {
    int sizeClass = SizeClasses.of(file.fileSizeInBytes());
    files[sizeClass] += sign;
    bytes[sizeClass] += sign * file.fileSizeInBytes();
    records += sign * file.recordCount();
    if (key.sorts()) {
      layout = layout(file, sign);
    }
  }

  private LayoutFacts layout(DataFile file, int sign) {
    Integer order = file.sortOrderId();
    boolean unsorted = order == null || order != key.orderId();
    SortKey.Range range = key.range(file).orElse(null);
    return new LayoutFacts(
        layout.unsortedFiles() + (unsorted ? sign : 0),
        layout.unsortedBytes() + (unsorted ? sign * file.fileSizeInBytes() : 0),
        layout.width() + (range == null ? 0 : sign * range.width()),
        range == null ? layout.low() : Math.min(layout.low(), range.low()),
        range == null ? layout.high() : Math.max(layout.high(), range.high()));
  }

  /** Counts a delete file. */
  void count(DeleteFile file, int sign) {
    boolean vector = ContentFileUtil.isDV(file);
    long rows = sign * file.recordCount();
    if (file.content() == FileContent.EQUALITY_DELETES) {
      deletes = deletes.plus(new DeleteFacts(0, 0, 0, sign, rows, sign * file.fileSizeInBytes()));
    } else {
      // Others may be about files that are gone, and stay all the same.
      long rowsOfFiles = ContentFileUtil.isFileScoped(file) ? rows : 0;
      deletes =
          deletes.plus(new DeleteFacts(vector ? sign : 0, vector ? 0 : sign, rowsOfFiles, 0, 0, 0));
    }
  }

  void changed(Instant when) {
    if (when.isAfter(lastChange)) {
      lastChange = when;
    }
  }

  PartitionFacts facts() {
    return new PartitionFacts(new SizeClasses(files, bytes), records, deletes, layout, lastChange);
  }

  boolean isEmpty() {
    PartitionFacts facts = facts();
    return facts.files() == 0 && deletes.equals(DeleteFacts.NONE);
  }
}
