/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rows;

import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/**
 * Some rows of a data file.
 *
 * @param file with its partition
 * @param deletes the delete files that applied to it when the rows were chosen
 * @param positions of the rows in the file, from 0; kept, not copied
 */
public record RowsOfFile(DataFile file, List<DeleteFile> deletes, Roaring64NavigableMap positions) {
  public RowsOfFile {
    deletes = List.copyOf(deletes);
  }

  /** How many rows. */
  public long count() {
    return positions.getLongCardinality();
  }
}
