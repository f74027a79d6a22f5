/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.EncodingStats;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.internal.column.columnindex.ColumnIndexBuilder;
import org.apache.parquet.internal.column.columnindex.OffsetIndexBuilder;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Pages of a new column chunk, and what its metadata will say of them. */
final class ChunkPages {
  /** Offset 0 would mean that there is none. */
  private static final long ORIGIN = 4;

  private final ColumnDescriptor column;
  private final PrimitiveType type;
  private final PageCodec codec;
  private final ParquetMetadataConverter headers = new ParquetMetadataConverter();
  private final List<byte[]> pages = new ArrayList<>();
  private final Set<Encoding> encodings = new LinkedHashSet<>();
  private final EncodingStats.Builder encodingStatistics = new EncodingStats.Builder();
  private final ColumnIndexBuilder bounds;
  private final OffsetIndexBuilder offsets = OffsetIndexBuilder.getBuilder();
  private final Statistics<?> statistics;
  private long bytes;
  private long plainBytes;
  private long entries;

  ChunkPages(ColumnDescriptor column, WriterSettings settings, PageCodec codec) {
    this.column = column;
    this.type = column.getPrimitiveType();
    this.codec = codec;
    this.bounds =
        ColumnIndexBuilder.getBuilder(type, settings.encoding().getColumnIndexTruncateLength());
    this.statistics = Statistics.createStats(type);
    if (column.getMaxDefinitionLevel() > 0 || column.getMaxRepetitionLevel() > 0) {
      encodings.add(Encoding.RLE);
    }
  }

  /** Adds a page as it is stored elsewhere. */
  void add(RawChunk chunk, RawChunk.Page page, Statistics<?> pageBounds) {
    byte[] stored = new byte[page.length()];
    System.arraycopy(chunk.bytes(), page.start(), stored, 0, stored.length);
    int header = page.body() - page.start();
    append(
        stored,
        header + page.header().getUncompressed_page_size(),
        page.values(),
        page.rows(),
        encoding(page),
        pageBounds);
  }

  /** Compresses and adds a page. */
  void add(
      byte[] content, int length, int values, int rows, Encoding encoding, Statistics<?> pageBounds)
      throws IOException {
    byte[] compressed = codec.compress(content, length);
    ByteArrayOutputStream stored = new ByteArrayOutputStream(compressed.length + 64);
    headers.writeDataPageV1Header(
        length, compressed.length, values, Encoding.RLE, Encoding.RLE, encoding, stored);
    int header = stored.size();
    stored.writeBytes(compressed);
    append(stored.toByteArray(), header + length, values, rows, encoding, pageBounds);
  }

  /** Says what the values of pages are, beyond the bounds of single ones. */
  void summarize(Statistics<?> values) {
    statistics.mergeStatistics(values);
  }

  private void append(
      byte[] stored, int plain, int values, int rows, Encoding encoding, Statistics<?> pageBounds) {
    pages.add(stored);
    bytes += stored.length;
    plainBytes += plain;
    entries += values;
    encodings.add(encoding);
    encodingStatistics.addDataEncoding(encoding);
    bounds.add(pageBounds);
    offsets.add(stored.length, rows);
  }

  void appendTo(ParquetFileWriter file, @Nullable SharedDictionary dictionary) throws IOException {
    byte[] first = dictionary == null ? new byte[0] : store(dictionary);
    List<byte[]> all = new ArrayList<>(pages.size() + 1);
    all.add(first);
    all.addAll(pages);
    ColumnChunkMetaData chunk =
        ColumnChunkMetaData.get(
            ColumnPath.get(column.getPath()),
            type,
            codec.name(),
            encodingStatistics.build(),
            encodings,
            statistics,
            ORIGIN + first.length,
            dictionary == null ? 0 : ORIGIN,
            entries,
            first.length + bytes,
            plainBytes);
    file.appendColumnChunk(
        column,
        new MemoryInput(all, ORIGIN),
        chunk,
        null,
        bounds.build(),
        offsets.build(ORIGIN + first.length));
  }

  private byte[] store(SharedDictionary dictionary) throws IOException {
    byte[] content = dictionary.bytes();
    byte[] compressed = codec.compress(content, content.length);
    ByteArrayOutputStream stored = new ByteArrayOutputStream(compressed.length + 64);
    headers.writeDictionaryPageHeader(
        content.length, compressed.length, dictionary.size(), SharedDictionary.IDS, stored);
    plainBytes += stored.size() + content.length;
    stored.writeBytes(compressed);
    encodings.add(SharedDictionary.IDS);
    encodingStatistics.addDictEncoding(SharedDictionary.IDS);
    return stored.toByteArray();
  }

  private static Encoding encoding(RawChunk.Page page) {
    return Encoding.valueOf(page.header().getData_page_header().getEncoding().name());
  }
}
