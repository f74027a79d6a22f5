/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.row;

import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.Ordering;
import io.tidewater.compaction.task.MemoryBudget;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;

/**
 * The heap that a group wants: for the deletes that it applies, for rows that it sorts, and for row
 * groups that it writes.
 *
 * @param deleteBytes what its delete files take once they are read
 * @param sortBytes what its rows take, or as much of that as one group may have
 * @param writeBytes what the row groups of its open files take
 */
record MemoryNeed(long deleteBytes, long sortBytes, long writeBytes) {
  /** Of a key in a hash set, and of a row decoded, per byte in its file. Generous. */
  private static final long PER_KEY = 160;

  private static final long PER_FILE_BYTE = 60;
  private static final long PER_WRITTEN_BYTE = 6;
  private static final long LEAST_SORT = 1 << 20;

  /**
   * @param rowGroups bytes of row groups that are open at a time, at most
   */
  static MemoryNeed of(FileGroup group, MemoryBudget budget, long rowGroups) {
    Map<String, Long> deletes = new HashMap<>();
    group.inputs().stream()
        .flatMap(task -> task.deletes().stream())
        .forEach(delete -> deletes.merge(delete.location(), bytes(delete), Math::max));
    long sort =
        group.ordering() instanceof Ordering.AsTheyStood
            ? 0
            : Math.max(
                LEAST_SORT, Math.min(budget.bytes() / 4, group.inputBytes() * PER_FILE_BYTE));
    return new MemoryNeed(
        deletes.values().stream().mapToLong(Long::longValue).sum(),
        sort,
        Math.min(rowGroups, group.inputBytes() * PER_WRITTEN_BYTE));
  }

  private static long bytes(DeleteFile delete) {
    return delete.content() == FileContent.EQUALITY_DELETES
        ? delete.recordCount() * PER_KEY
        : delete.recordCount();
  }

  long bytes() {
    return deleteBytes + sortBytes + writeBytes;
  }

  /** What sorting may take of a share, which may be less than was asked for. */
  long sorting(MemoryBudget.Share share) {
    return Math.max(LEAST_SORT, Math.min(sortBytes, share.bytes() / 2));
  }

  /** What deletes may take of a share. */
  long deletes(MemoryBudget.Share share) {
    return Math.max(
        0, Math.min(deleteBytes, share.bytes() - (sortBytes == 0 ? 0 : sorting(share))));
  }
}
