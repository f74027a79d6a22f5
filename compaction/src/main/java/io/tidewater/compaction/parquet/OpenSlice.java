/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReadStore;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.jspecify.annotations.Nullable;

/** A row group while it is read. */
final class OpenSlice {
  private final OpenInput input;
  private final Slice slice;
  private final BitSet deleted;
  private final List<ColumnDescriptor> decoded;
  private final Map<ColumnPath, ColumnChunkMetaData> chunks = new HashMap<>();
  private @Nullable ColumnReadStore columns;

  /**
   * @param decoded the columns whose values will be asked for
   */
  OpenSlice(OpenInput input, Slice slice, List<ColumnDescriptor> decoded) {
    this.input = input;
    this.slice = slice;
    this.deleted = input.input().deletedIn(slice);
    this.decoded = List.copyOf(decoded);
    BlockMetaData rowGroup = input.input().footer().getBlocks().get(slice.rowGroup());
    rowGroup.getColumns().forEach(chunk -> chunks.put(chunk.getPath(), chunk));
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
    return Objects.requireNonNull(
        chunks.get(ColumnPath.get(column.getPath())),
        () -> "no chunk of " + String.join(".", column.getPath()));
  }

  ColumnReader values(ColumnDescriptor column) throws IOException {
    if (columns == null) {
      columns = input.columns(slice.rowGroup(), decoded);
    }
    return columns.getColumnReader(column);
  }
}
