/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.io.IOException;
import org.apache.parquet.hadoop.ParquetFileWriter;

/** Gathers one column of one row group in memory, as it will be stored. */
interface ChunkBuilder extends AutoCloseable {
  /** Adds the rows of a slice that were kept. */
  void take(OpenSlice slice, ColumnSource source) throws IOException;

  /** Writes it as the next column of the writer's row group. */
  void appendTo(ParquetFileWriter file) throws IOException;

  @Override
  void close();
}
