/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;

/**
 * A row group of an input.
 *
 * @param input which of the group's inputs
 * @param rowGroup which row group of it
 * @param start position of its first row in the input
 * @param rows how many it has
 * @param kept how many of them were not deleted
 * @param bytes their size as they are stored
 */
record Slice(Input input, int rowGroup, long start, long rows, long kept, long bytes) {
  boolean clean() {
    return kept == rows;
  }

  /** What the rows that were kept will need, roughly. */
  long keptBytes() {
    return clean() ? bytes : (long) (bytes * ((double) kept / rows));
  }

  ColumnChunkMetaData chunk(ColumnDescriptor column) {
    ColumnPath path = ColumnPath.get(column.getPath());
    for (ColumnChunkMetaData chunk : input.footer().getBlocks().get(rowGroup).getColumns()) {
      if (chunk.getPath().equals(path)) {
        return chunk;
      }
    }
    throw new IllegalStateException("no chunk of " + path.toDotString());
  }
}
