/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.BitSet;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;

/**
 * The levels at the start of a page, without those of rows that are left out.
 *
 * @param stored as they stand in the new page
 * @param end where they end, and the values start, in the old page
 * @param entries how many the new page has, nulls among them
 * @param nulls how many of them are null
 * @param values how many values, not null, the old page has
 * @param dropped which of those are left out
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PageLevels(byte[] stored, int end, int entries, int nulls, int values, BitSet dropped) {
  private static final int INITIAL_BYTES = 256;
  private static final int SLAB_BYTES = 64 * 1024;

  /** Where the values of a page start. */
  static int skip(ColumnDescriptor column, byte[] page) {
    int end = 0;
    if (column.getMaxRepetitionLevel() > 0) {
      end += Integer.BYTES + littleEndian(page, end);
    }
    if (column.getMaxDefinitionLevel() > 0) {
      end += Integer.BYTES + littleEndian(page, end);
    }
    return end;
  }

  /**
   * Reads a page's levels.
   *
   * @param firstRow the page's, counted as the deleted ones are
   */
  static PageLevels of(
      ColumnDescriptor column, byte[] page, int entries, int firstRow, BitSet deleted)
      throws IOException {
    int maxRepetition = column.getMaxRepetitionLevel();
    int maxDefinition = column.getMaxDefinitionLevel();
    int position = 0;
    Levels repetitions = new Levels(maxRepetition, page, position);
    position = repetitions.end;
    Levels definitions = new Levels(maxDefinition, page, position);
    BitSet dropped = new BitSet();
    int row = firstRow - 1;
    int kept = 0;
    int nulls = 0;
    int values = 0;
    boolean keep = false;
    for (int i = 0; i < entries; i++) {
      int repetition = repetitions.next();
      int definition = definitions.next();
      if (repetition == 0) {
        row++;
        keep = !deleted.get(row);
      }
      boolean value = definition == maxDefinition;
      if (keep) {
        kept++;
        repetitions.keep(repetition);
        definitions.keep(definition);
        nulls += value ? 0 : 1;
      } else if (value) {
        dropped.set(values);
      }
      values += value ? 1 : 0;
    }
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    repetitions.store(stored);
    definitions.store(stored);
    return new PageLevels(stored.toByteArray(), definitions.end, kept, nulls, values, dropped);
  }

  private static int littleEndian(byte[] bytes, int offset) {
    return (bytes[offset] & 0xff)
        | (bytes[offset + 1] & 0xff) << 8
        | (bytes[offset + 2] & 0xff) << 16
        | (bytes[offset + 3] & 0xff) << 24;
  }

  /** One kind of levels; stores nothing where there is only level 0. */
  private static final class Levels {
    private final int max;
    private final int end;
    private final RunLengthBitPackingHybridDecoder old;
    private final RunLengthBitPackingHybridEncoder kept;

    Levels(int max, byte[] page, int start) {
      this.max = max;
      int length = max == 0 ? 0 : littleEndian(page, start);
      int from = max == 0 ? start : start + Integer.BYTES;
      this.end = from + length;
      int width = BytesUtils.getWidthFromMaxInt(max);
      this.old =
          new RunLengthBitPackingHybridDecoder(width, new ByteArrayInputStream(page, from, length));
      this.kept =
          new RunLengthBitPackingHybridEncoder(
              width, INITIAL_BYTES, SLAB_BYTES, new HeapByteBufferAllocator());
    }

    int next() throws IOException {
      return max == 0 ? 0 : old.readInt();
    }

    void keep(int level) throws IOException {
      if (max > 0) {
        kept.writeInt(level);
      }
    }

    void store(ByteArrayOutputStream out) throws IOException {
      if (max > 0) {
        BytesInput bytes = kept.toBytes();
        BytesUtils.writeIntLittleEndian(out, Math.toIntExact(bytes.size()));
        bytes.writeAllTo(out);
      }
      kept.close();
    }
  }
}
