/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.internal.column.columnindex.ColumnIndex;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * Packs a column page by page. A page of which no row was deleted keeps its bytes; where it speaks
 * by a dictionary, its ids are exchanged for those of one that all share. Other pages keep their
 * encoding and lose the deleted values.
 */
final class PagePacker implements ChunkBuilder {
  private final PrimitiveType type;
  private final int boundLength;
  private final PageCodec codec;
  private final ChunkPages pages;
  private final SharedDictionary shared;

  PagePacker(ColumnDescriptor target, WriterSettings settings, PageCodec codec) {
    this.type = target.getPrimitiveType();
    this.boundLength = settings.encoding().getColumnIndexTruncateLength();
    this.codec = codec;
    this.pages = new ChunkPages(target, settings, codec);
    this.shared =
        new SharedDictionary(
            type.getPrimitiveTypeName(), settings.encoding().getDictionaryPageSizeThreshold());
  }

  @Override
  public void take(OpenSlice slice, ColumnSource source) throws IOException {
    ColumnDescriptor column = source.required();
    RawChunk chunk = slice.raw(column);
    ChunkDictionary dictionary = dictionary(chunk, column);
    if (slice.slice().clean()) {
      pages.summarize(PageBounds.of(type, chunk.chunk().getStatistics()));
    }
    for (int i = 0; i < chunk.pageCount(); i++) {
      RawChunk.Page page = chunk.page(i, slice.slice().rows());
      Work work = new Work(chunk, page, column, dictionary);
      int last = page.firstRow() + page.rows();
      int deleted = slice.deleted().get(page.firstRow(), last).cardinality();
      if (slice.slice().clean()) {
        keep(work);
      } else if (deleted == 0 && !PageBounds.mayBeShortened(chunk.bounds(), i, boundLength)) {
        pages.summarize(PageBounds.of(type, chunk.bounds(), i));
        keep(work);
      } else if (deleted < page.rows()) {
        filter(work, slice.deleted(), page.rows() - deleted);
      }
    }
  }

  /** A page and what it belongs to. */
  private record Work(
      RawChunk chunk,
      RawChunk.Page page,
      ColumnDescriptor column,
      @Nullable ChunkDictionary dictionary) {}

  /** Keeps all values of a page. */
  private void keep(Work work) throws IOException {
    RawChunk.Page page = work.page();
    ColumnIndex index = work.chunk().bounds();
    Statistics<?> bounds = PageBounds.of(type, index, page.index());
    ChunkDictionary dictionary = page.usesDictionary() ? work.dictionary() : null;
    if (dictionary == null || dictionary.sharesIds()) {
      pages.add(work.chunk(), page, bounds);
      return;
    }
    byte[] content = work.chunk().content(page, codec);
    int start = PageLevels.skip(work.column(), content);
    int nulls = Math.toIntExact(index.getNullCounts().get(page.index()));
    byte[] levels = Arrays.copyOf(content, start);
    PageLevels all =
        new PageLevels(levels, start, page.values(), nulls, page.values() - nulls, new BitSet());
    encode(new DictionaryIds(dictionary, content, all), dictionary, all, page.rows(), bounds);
  }

  /** Keeps the values of rows that were not deleted. */
  private void filter(Work work, BitSet deleted, int rows) throws IOException {
    RawChunk.Page page = work.page();
    byte[] content = work.chunk().content(page, codec);
    PageLevels levels =
        PageLevels.of(work.column(), content, page.values(), page.firstRow(), deleted);
    Statistics<?> bounds = Statistics.createStats(type);
    bounds.incrementNumNulls(levels.nulls());
    ChunkDictionary dictionary = page.usesDictionary() ? work.dictionary() : null;
    if (dictionary != null) {
      encode(new DictionaryIds(dictionary, content, levels), dictionary, levels, rows, bounds);
    } else {
      byte[] out = new byte[content.length + levels.stored().length];
      System.arraycopy(levels.stored(), 0, out, 0, levels.stored().length);
      int end = new PlainValues(type, content, levels, out, levels.stored().length).move(bounds);
      pages.add(out, end, levels.entries(), rows, Encoding.PLAIN, bounds);
    }
    pages.summarize(bounds);
  }

  private void encode(
      DictionaryIds ids,
      ChunkDictionary dictionary,
      PageLevels levels,
      int rows,
      Statistics<?> bounds)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(levels.stored().length + 1024);
    out.writeBytes(levels.stored());
    int[] moved = dictionary.shared();
    Encoding encoding = moved == null ? Encoding.PLAIN : SharedDictionary.IDS;
    if (moved == null) {
      ids.asValues(out);
    } else {
      ids.asIds(moved, shared.size(), out);
    }
    if (!bounds.hasNonNullValue()) {
      ids.bound(bounds);
    }
    pages.add(out.toByteArray(), out.size(), levels.entries(), rows, encoding, bounds);
  }

  private @Nullable ChunkDictionary dictionary(RawChunk chunk, ColumnDescriptor column)
      throws IOException {
    DictionaryPage page = chunk.dictionary(codec);
    if (page == null) {
      return null;
    }
    Dictionary values = Encoding.PLAIN.initDictionary(column, page);
    return new ChunkDictionary(type.getPrimitiveTypeName(), values, shared.merge(values));
  }

  @Override
  public void appendTo(ParquetFileWriter file) throws IOException {
    pages.appendTo(file, shared.size() == 0 ? null : shared);
  }

  @Override
  public void close() {}
}
