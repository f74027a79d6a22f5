/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.commit;

import io.tidewater.format.ledger.Claim;
import io.tidewater.format.ledger.SourcePartition;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;

/**
 * What one commit adds to one table.
 *
 * @param commitId unique; the same for every attempt
 * @param claim the consumed ranges
 * @param changes what the records of those ranges change
 * @param gaps per partition the lowest position at which offsets were missing
 * @param newestTimestamp the newest record timestamp among the rows, in epoch milliseconds
 */
public record Unit(
    String commitId,
    Claim claim,
    Changes changes,
    Map<SourcePartition, Long> gaps,
    long newestTimestamp) {
  public Unit {
    gaps = Map.copyOf(gaps);
  }

  /** Closed data files that hold the rows; empty if there are none. */
  public List<DataFile> files() {
    return changes.files();
  }

  /** Whether it changes no row. */
  public boolean isEmpty() {
    return changes.files().isEmpty() && changes.deletes().isEmpty();
  }

  /** The number of rows in the files. */
  public long rows() {
    return files().stream().mapToLong(DataFile::recordCount).sum();
  }

  /** The size of the files in bytes. */
  public long bytes() {
    return files().stream().mapToLong(DataFile::fileSizeInBytes).sum();
  }
}
