/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.nio.ByteBuffer;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.internal.column.columnindex.ColumnIndex;
import org.apache.parquet.schema.PrimitiveType;

/** Statistics under the type that a column has in a new file. */
final class PageBounds {
  private PageBounds() {}

  /** What a column index says of a page. */
  static Statistics<?> of(PrimitiveType type, ColumnIndex index, int page) {
    Statistics.Builder builder =
        Statistics.getBuilderForReading(type).withNumNulls(index.getNullCounts().get(page));
    if (!index.getNullPages().get(page)) {
      builder
          .withMin(bytes(index.getMinValues().get(page)))
          .withMax(bytes(index.getMaxValues().get(page)));
    }
    return builder.build();
  }

  static Statistics<?> of(PrimitiveType type, Statistics<?> other) {
    Statistics.Builder builder =
        Statistics.getBuilderForReading(type).withNumNulls(other.getNumNulls());
    if (other.hasNonNullValue()) {
      builder.withMin(other.getMinBytes()).withMax(other.getMaxBytes());
    }
    return builder.build();
  }

  /** Whether the bounds may be those of shortened values. */
  static boolean mayBeShortened(ColumnIndex index, int page, int length) {
    return !index.getNullPages().get(page)
        && (index.getMinValues().get(page).remaining() >= length
            || index.getMaxValues().get(page).remaining() >= length);
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
