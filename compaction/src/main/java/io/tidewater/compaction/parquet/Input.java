/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/** A file that is rewritten. */
final class Input {
  private final DataFile file;
  private final ParquetMetadata footer;
  private final Roaring64NavigableMap deleted;

  /**
   * @param deleted positions of its rows that position deletes took out
   */
  Input(DataFile file, ParquetMetadata footer, Roaring64NavigableMap deleted) {
    this.file = file;
    this.footer = footer;
    this.deleted = deleted;
  }

  DataFile file() {
    return file;
  }

  ParquetMetadata footer() {
    return footer;
  }

  Roaring64NavigableMap deleted() {
    return deleted;
  }

  List<Slice> slices() {
    List<Slice> slices = new ArrayList<>();
    long start = 0;
    List<BlockMetaData> rowGroups = footer.getBlocks();
    for (int i = 0; i < rowGroups.size(); i++) {
      BlockMetaData rowGroup = rowGroups.get(i);
      long rows = rowGroup.getRowCount();
      long kept = rows - (deletedBefore(start + rows) - deletedBefore(start));
      slices.add(new Slice(this, i, start, rows, kept, rowGroup.getCompressedSize()));
      start += rows;
    }
    return slices;
  }

  /** The rows of a slice that are left out, counted from its first. */
  BitSet deletedIn(Slice slice) {
    BitSet rows = new BitSet();
    long first = deletedBefore(slice.start());
    for (long i = first; i < first + slice.rows() - slice.kept(); i++) {
      rows.set(Math.toIntExact(deleted.select(i) - slice.start()));
    }
    return rows;
  }

  private long deletedBefore(long position) {
    return position == 0 ? 0 : deleted.rankLong(position - 1);
  }
}
