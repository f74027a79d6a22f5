/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;

/** Values of a page that are ids into a dictionary: gives those that are kept their new ids. */
final class DictionaryIds {
  private static final int INITIAL_BYTES = 1024;
  private static final int SLAB_BYTES = 64 * 1024;

  private final ChunkDictionary dictionary;
  private final byte[] page;
  private final PageLevels levels;
  private final boolean[] used;

  DictionaryIds(ChunkDictionary dictionary, byte[] page, PageLevels levels) {
    this.dictionary = dictionary;
    this.page = page;
    this.levels = levels;
    this.used = new boolean[dictionary.size()];
  }

  /** Writes the values as ids into a dictionary of so many values. */
  void asIds(int[] moved, int sharedSize, ByteArrayOutputStream out) throws IOException {
    int width = BytesUtils.getWidthFromMaxInt(Math.max(0, sharedSize - 1));
    RunLengthBitPackingHybridEncoder ids =
        new RunLengthBitPackingHybridEncoder(
            width, INITIAL_BYTES, SLAB_BYTES, new HeapByteBufferAllocator());
    try (ids) {
      RunLengthBitPackingHybridDecoder old = decoder();
      for (int i = 0; i < levels.values(); i++) {
        int id = old.readInt();
        if (!levels.dropped().get(i)) {
          used[id] = true;
          ids.writeInt(moved[id]);
        }
      }
      out.write(width);
      ids.toBytes().writeAllTo(out);
    }
  }

  /** Writes the values as such. */
  void asValues(ByteArrayOutputStream out) throws IOException {
    RunLengthBitPackingHybridDecoder old = decoder();
    byte[][] values = new byte[dictionary.size()][];
    for (int i = 0; i < levels.values(); i++) {
      int id = old.readInt();
      if (!levels.dropped().get(i)) {
        if (!used[id]) {
          used[id] = true;
          values[id] = dictionary.plain(id);
        }
        out.writeBytes(values[id]);
      }
    }
  }

  /** Finds the bounds of what was written. */
  void bound(Statistics<?> bounds) {
    for (int id = 0; id < used.length; id++) {
      if (used[id]) {
        dictionary.include(id, bounds);
      }
    }
  }

  private RunLengthBitPackingHybridDecoder decoder() {
    int start = levels.end();
    int width = start < page.length ? page[start] : 0;
    return new RunLengthBitPackingHybridDecoder(
        width, new ByteArrayInputStream(page, start + 1, Math.max(0, page.length - start - 1)));
  }
}
