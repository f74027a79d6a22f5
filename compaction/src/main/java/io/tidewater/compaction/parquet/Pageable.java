/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.EncodingStats;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Which columns the {@link PagePacker} can pack, and packs well. */
final class Pageable {
  /** Fewer make small pages, which are better gathered into larger ones value by value. */
  private static final long LEAST_ROWS = 4096;

  private Pageable() {}

  static boolean test(Slice slice, ColumnSource source, WriterSettings settings) {
    ColumnDescriptor column = source.source();
    if (column == null
        || source.converts()
        || slice.kept() < LEAST_ROWS
        || slice.kept() < slice.rows() / 2
        || settings.encoding().isBloomFilterEnabled(source.target())) {
      return false;
    }
    ColumnChunkMetaData chunk = slice.chunk(column);
    Statistics<?> statistics = chunk.getStatistics();
    boolean described =
        chunk.getColumnIndexReference() != null
            && chunk.getOffsetIndexReference() != null
            && statistics != null
            && statistics.isNumNullsSet()
            && !statistics.isEmpty();
    return described
        && chunk.getCodec() == settings.codec()
        && chunk.getPrimitiveType().getPrimitiveTypeName() != PrimitiveTypeName.INT96
        && (source.fill() instanceof Fill.Nothing || statistics.getNumNulls() == 0)
        && encoded(chunk.getEncodingStats(), slice.clean());
  }

  /** What is not opened may be encoded in any way. */
  private static boolean encoded(EncodingStats encodings, boolean clean) {
    return encodings != null
        && !encodings.usesV2Pages()
        && encodings.getDataEncodings().stream()
            .allMatch(encoding -> clean || encoding == Encoding.PLAIN || encoding.usesDictionary());
  }
}
