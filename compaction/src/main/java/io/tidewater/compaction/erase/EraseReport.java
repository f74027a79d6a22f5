/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import java.time.Instant;
import java.util.List;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * What became of a request, for those who have to account for it. Tells no value.
 *
 * @param requestId of the request
 * @param time when it was written
 * @param tables what was done, the table first, then its dead letters
 */
public record EraseReport(String requestId, Instant time, List<OfTable> tables) {
  public EraseReport {
    tables = List.copyOf(tables);
  }

  /** Whether nothing of the table's and its dead letters' holds the keys any more. */
  public boolean complete() {
    return tables.stream().allMatch(table -> table.stillHeld().isEmpty());
  }

  /**
   * What was done to one table.
   *
   * @param rows how many rows were deleted; rows that had been deleted before, and were only still
   *     stored, are not counted
   * @param rewrittenFiles data files and equality delete files that were written anew without the
   *     keys
   * @param expiredSnapshots snapshots that held the keys
   * @param deletedFiles files that were deleted
   * @param stillHeld what holds the keys still, and until when
   * @param notes what else to know
   */
  public record OfTable(
      TableIdentifier table,
      long rows,
      List<String> rewrittenFiles,
      List<Long> expiredSnapshots,
      List<String> deletedFiles,
      List<String> stillHeld,
      List<String> notes) {
    public OfTable {
      rewrittenFiles = List.copyOf(rewrittenFiles);
      expiredSnapshots = List.copyOf(expiredSnapshots);
      deletedFiles = List.copyOf(deletedFiles);
      stillHeld = List.copyOf(stillHeld);
      notes = List.copyOf(notes);
    }
  }
}
