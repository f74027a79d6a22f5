/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.row;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.apache.iceberg.StructLike;
import org.jspecify.annotations.Nullable;

/** Estimates the heap that rows take. */
final class RowSize {
  private static final long OBJECT = 24;
  private static final long REFERENCE = 8;

  private RowSize() {}

  static long of(@Nullable Object value) {
    if (value == null) {
      return REFERENCE;
    }
    if (value instanceof CharSequence text) {
      return REFERENCE + 2 * OBJECT + 2L * text.length();
    }
    if (value instanceof ByteBuffer buffer) {
      return REFERENCE + 3 * OBJECT + buffer.capacity();
    }
    if (value instanceof byte[] bytes) {
      return REFERENCE + OBJECT + bytes.length;
    }
    if (value instanceof StructLike row) {
      return ofColumns(row);
    }
    if (value instanceof Collection<?> list) {
      return REFERENCE + 2 * OBJECT + list.stream().mapToLong(RowSize::of).sum();
    }
    if (value instanceof Map<?, ?> map) {
      return REFERENCE
          + 3 * OBJECT
          + map.entrySet().stream()
              .mapToLong(entry -> 2 * OBJECT + of(entry.getKey()) + of(entry.getValue()))
              .sum();
    }
    return REFERENCE + 2 * OBJECT;
  }

  private static long ofColumns(StructLike row) {
    long bytes = REFERENCE + 4 * OBJECT;
    for (int i = 0; i < row.size(); i++) {
      bytes += of(row.get(i, Object.class));
    }
    return bytes;
  }
}
