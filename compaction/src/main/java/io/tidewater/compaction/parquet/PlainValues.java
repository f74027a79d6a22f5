/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** Plainly encoded values of a page: moves those that are kept, and finds their bounds. */
final class PlainValues {
  private final PrimitiveType type;
  private final byte[] page;
  private final int start;
  private final int count;
  private final BitSet dropped;
  private final byte[] out;
  private int end;

  /**
   * @param out what receives the kept values, from {@code at} on
   */
  PlainValues(PrimitiveType type, byte[] page, PageLevels levels, byte[] out, int at) {
    this.type = type;
    this.page = page;
    this.start = levels.end();
    this.count = levels.values();
    this.dropped = levels.dropped();
    this.out = out;
    this.end = at;
  }

  /** Moves the values; returns where they end. */
  int move(Statistics<?> bounds) {
    switch (type.getPrimitiveTypeName()) {
      case INT32 -> ints(bounds);
      case INT64 -> longs(bounds);
      case FLOAT -> floats(bounds);
      case DOUBLE -> doubles(bounds);
      case BOOLEAN -> booleans(bounds);
      case BINARY -> binaries(bounds);
      case FIXED_LEN_BYTE_ARRAY -> fixed(bounds, type.getTypeLength());
      case INT96 -> throw new IllegalArgumentException("no bounds of " + type);
    }
    return end;
  }

  private void ints(Statistics<?> bounds) {
    ByteBuffer in = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
    int min = Integer.MAX_VALUE;
    int max = Integer.MIN_VALUE;
    int before = end;
    for (int i = 0; i < count; i++) {
      if (!dropped.get(i)) {
        int value = in.getInt(start + i * Integer.BYTES);
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
    runs(Integer.BYTES);
    if (end > before) {
      bounds.updateStats(min);
      bounds.updateStats(max);
    }
  }

  private void longs(Statistics<?> bounds) {
    ByteBuffer in = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    int before = end;
    for (int i = 0; i < count; i++) {
      if (!dropped.get(i)) {
        long value = in.getLong(start + i * Long.BYTES);
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
    runs(Long.BYTES);
    if (end > before) {
      bounds.updateStats(min);
      bounds.updateStats(max);
    }
  }

  private void floats(Statistics<?> bounds) {
    ByteBuffer in = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      if (!dropped.get(i)) {
        bounds.updateStats(in.getFloat(start + i * Float.BYTES));
      }
    }
    runs(Float.BYTES);
  }

  private void doubles(Statistics<?> bounds) {
    ByteBuffer in = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      if (!dropped.get(i)) {
        bounds.updateStats(in.getDouble(start + i * Double.BYTES));
      }
    }
    runs(Double.BYTES);
  }

  private void booleans(Statistics<?> bounds) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (!dropped.get(i)) {
        boolean value = (page[start + i / 8] >> (i % 8) & 1) != 0;
        if (kept % 8 == 0) {
          out[end + kept / 8] = 0;
        }
        if (value) {
          out[end + kept / 8] |= (byte) (1 << kept % 8);
        }
        bounds.updateStats(value);
        kept++;
      }
    }
    end += (kept + 7) / 8;
  }

  private void binaries(Statistics<?> bounds) {
    ByteBuffer in = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
    Extremes extremes = new Extremes();
    int position = start;
    for (int i = 0; i < count; i++) {
      int stored = Integer.BYTES + in.getInt(position);
      if (!dropped.get(i)) {
        System.arraycopy(page, position, out, end, stored);
        end += stored;
        extremes.see(position + Integer.BYTES, position + stored);
      }
      position += stored;
    }
    extremes.tell(bounds);
  }

  private void fixed(Statistics<?> bounds, int width) {
    if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation) {
      for (int i = 0; i < count; i++) {
        if (!dropped.get(i)) {
          bounds.updateStats(Binary.fromReusedByteArray(page, start + i * width, width));
        }
      }
    } else {
      Extremes extremes = new Extremes();
      for (int i = 0; i < count; i++) {
        if (!dropped.get(i)) {
          extremes.see(start + i * width, start + (i + 1) * width);
        }
      }
      extremes.tell(bounds);
    }
    runs(width);
  }

  /** Moves what lies between dropped values at once. */
  private void runs(int width) {
    int from = 0;
    while (from < count) {
      int gap = dropped.nextSetBit(from);
      int to = gap < 0 ? count : Math.min(gap, count);
      System.arraycopy(page, start + from * width, out, end, (to - from) * width);
      end += (to - from) * width;
      from = gap < 0 ? count : dropped.nextClearBit(gap);
    }
  }

  /** The smallest and the largest of byte strings, as unsigned bytes order them. */
  private final class Extremes {
    private int minStart = -1;
    private int minEnd;
    private int maxStart;
    private int maxEnd;

    void see(int from, int to) {
      if (minStart < 0) {
        minStart = from;
        minEnd = to;
        maxStart = from;
        maxEnd = to;
      } else if (Arrays.compareUnsigned(page, from, to, page, minStart, minEnd) < 0) {
        minStart = from;
        minEnd = to;
      } else if (Arrays.compareUnsigned(page, from, to, page, maxStart, maxEnd) > 0) {
        maxStart = from;
        maxEnd = to;
      }
    }

    void tell(Statistics<?> bounds) {
      if (minStart >= 0) {
        bounds.updateStats(
            Binary.fromConstantByteArray(Arrays.copyOfRange(page, minStart, minEnd)));
        bounds.updateStats(
            Binary.fromConstantByteArray(Arrays.copyOfRange(page, maxStart, maxEnd)));
      }
    }
  }
}
