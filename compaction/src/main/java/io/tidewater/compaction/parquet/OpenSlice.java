/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReadStore;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.jspecify.annotations.Nullable;

/** A row group while it is read. */
final class OpenSlice {
  private final OpenInput input;
  private final Slice slice;
  private final BitSet deleted;
  private final List<ColumnDescriptor> decoded;
  private @Nullable ColumnReadStore columns;

  /**
   * @param decoded the columns whose values will be asked for
   */
  OpenSlice(OpenInput input, Slice slice, List<ColumnDescriptor> decoded) {
    this.input = input;
    this.slice = slice;
    this.deleted = input.input().deletedIn(slice);
    this.decoded = List.copyOf(decoded);
  }

  OpenInput input() {
    return input;
  }

  Slice slice() {
    return slice;
  }

  /** The rows that are left out, counted from the slice's first. */
  BitSet deleted() {
    return deleted;
  }

  ColumnChunkMetaData chunk(ColumnDescriptor column) {
    return slice.chunk(column);
  }

  ColumnReader values(ColumnDescriptor column) throws IOException {
    if (columns == null) {
      columns = input.columns(slice.rowGroup(), decoded);
    }
    return columns.getColumnReader(column);
  }

  /** A column's bytes, for which there have to be page indexes. */
  RawChunk raw(ColumnDescriptor column) throws IOException {
    ColumnChunkMetaData chunk = slice.chunk(column);
    byte[] bytes = new byte[Math.toIntExact(chunk.getTotalSize())];
    input.stream().seek(chunk.getStartingPos());
    input.stream().readFully(bytes);
    return new RawChunk(
        chunk, bytes, input.reader().readColumnIndex(chunk), input.reader().readOffsetIndex(chunk));
  }
}
