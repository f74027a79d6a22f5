/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.internal.column.columnindex.ColumnIndex;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.jspecify.annotations.Nullable;

/**
 * A column of a row group as it is stored, page by page.
 *
 * @param bytes from its first page to its last
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RawChunk(ColumnChunkMetaData chunk, byte[] bytes, ColumnIndex bounds, OffsetIndex pages) {

  /**
   * A data page.
   *
   * @param index which one of the chunk
   * @param firstRow counted from the row group's first
   * @param start of its header in the chunk's bytes
   * @param length with its header
   * @param body where its compressed content starts
   */
  record Page(
      int index, int firstRow, int rows, int start, int length, PageHeader header, int body) {
    int values() {
      return header.getData_page_header().getNum_values();
    }

    boolean usesDictionary() {
      return switch (header.getData_page_header().getEncoding()) {
        case PLAIN_DICTIONARY, RLE_DICTIONARY -> true;
        default -> false;
      };
    }

    boolean plain() {
      return header.getData_page_header().getEncoding() == org.apache.parquet.format.Encoding.PLAIN;
    }
  }

  int pageCount() {
    return pages.getPageCount();
  }

  Page page(int index, long rowsOfChunk) {
    int start = Math.toIntExact(pages.getOffset(index) - chunk.getStartingPos());
    long end = index + 1 < pages.getPageCount() ? pages.getFirstRowIndex(index + 1) : rowsOfChunk;
    int first = Math.toIntExact(pages.getFirstRowIndex(index));
    Opened opened = open(start);
    return new Page(
        index,
        first,
        Math.toIntExact(end - first),
        start,
        pages.getCompressedPageSize(index),
        opened.header(),
        opened.body());
  }

  byte[] content(Page page, PageCodec codec) throws IOException {
    PageHeader header = page.header();
    return codec.decompress(
        bytes, page.body(), header.getCompressed_page_size(), header.getUncompressed_page_size());
  }

  /** The dictionary, if the chunk has one. */
  @Nullable DictionaryPage dictionary(PageCodec codec) throws IOException {
    Opened opened = open(0);
    if (!opened.header().isSetDictionary_page_header()) {
      return null;
    }
    byte[] content =
        codec.decompress(
            bytes,
            opened.body(),
            opened.header().getCompressed_page_size(),
            opened.header().getUncompressed_page_size());
    int values = opened.header().getDictionary_page_header().getNum_values();
    return new DictionaryPage(BytesInput.from(content), values, Encoding.PLAIN);
  }

  private record Opened(PageHeader header, int body) {}

  private Opened open(int start) {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes, start, bytes.length - start);
    try {
      PageHeader header = Util.readPageHeader(in);
      return new Opened(header, bytes.length - in.available());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
