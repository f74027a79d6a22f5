/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.io.IOException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.jspecify.annotations.Nullable;

/** Copies a column of a row group as bytes, with its page indexes and its Bloom filter. */
final class ChunkCopy {
  private ChunkCopy() {}

  /** Whether the stored bytes say all that the new file has to say. */
  static boolean suffices(Slice slice, ColumnSource source) {
    ColumnDescriptor column = source.source();
    if (column == null || source.converts()) {
      return false;
    }
    return source.fill() instanceof Fill.Nothing || hasNoNulls(slice.chunk(column));
  }

  static void append(OpenSlice slice, ColumnSource source, ParquetFileWriter file)
      throws IOException {
    ColumnChunkMetaData chunk = slice.chunk(source.required());
    ParquetFileReader reader = slice.input().reader();
    file.appendColumnChunk(
        source.target(),
        slice.input().stream(),
        renamed(chunk, source.target()),
        reader.readBloomFilter(chunk),
        reader.readColumnIndex(chunk),
        reader.readOffsetIndex(chunk));
  }

  private static boolean hasNoNulls(ColumnChunkMetaData chunk) {
    @Nullable Statistics<?> statistics = chunk.getStatistics();
    return statistics != null && statistics.isNumNullsSet() && statistics.getNumNulls() == 0;
  }

  /** The same bytes, under the name that the column has now. */
  private static ColumnChunkMetaData renamed(ColumnChunkMetaData chunk, ColumnDescriptor target) {
    return ColumnChunkMetaData.get(
        ColumnPath.get(target.getPath()),
        target.getPrimitiveType(),
        chunk.getCodec(),
        chunk.getEncodingStats(),
        chunk.getEncodings(),
        chunk.getStatistics(),
        chunk.getFirstDataPageOffset(),
        chunk.getDictionaryPageOffset(),
        chunk.getValueCount(),
        chunk.getTotalSize(),
        chunk.getTotalUncompressedSize());
  }
}
