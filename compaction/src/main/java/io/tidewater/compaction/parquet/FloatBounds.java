/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FieldMetrics;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.jspecify.annotations.Nullable;

/** The bounds of a floating point column, as long as they are known for all of it. */
final class FloatBounds {
  private final boolean single;
  private boolean known = true;
  private boolean any;
  private double lower = Double.POSITIVE_INFINITY;
  private double upper = Double.NEGATIVE_INFINITY;

  /**
   * @param single whether it is of single precision
   */
  FloatBounds(boolean single) {
    this.single = single;
  }

  /** Takes in a chunk's bounds; false if it does not tell them. */
  boolean include(ColumnChunkMetaData chunk) {
    Statistics<?> statistics = chunk.getStatistics();
    if (statistics.hasNonNullValue()) {
      double min = ((Number) statistics.genericGetMin()).doubleValue();
      double max = ((Number) statistics.genericGetMax()).doubleValue();
      if (!Double.isNaN(min) && !Double.isNaN(max)) {
        include(min, max);
        return true;
      }
      return false;
    }
    return statistics.isNumNullsSet() && statistics.getNumNulls() == chunk.getValueCount();
  }

  /** Takes in what an input's metadata says of a column, or gives up. */
  void include(int id, DataFile file) {
    Double min = bound(file.lowerBounds(), id);
    Double max = bound(file.upperBounds(), id);
    if (min == null || max == null) {
      known = false;
    } else {
      include(min, max);
    }
  }

  FieldMetrics<?> metrics(int id, long values, long nulls, long nans) {
    if (!known || !any) {
      return new FieldMetrics<>(id, values, nulls, nans);
    }
    return single
        ? new FieldMetrics<>(
            id, values, nulls, nans, (float) lower, (float) upper, Types.FloatType.get())
        : new FieldMetrics<>(id, values, nulls, nans, lower, upper, Types.DoubleType.get());
  }

  private void include(double min, double max) {
    any = true;
    lower = Math.min(lower, min);
    upper = Math.max(upper, max);
  }

  private static @Nullable Double bound(@Nullable Map<Integer, ByteBuffer> bounds, int id) {
    ByteBuffer bytes = bounds == null ? null : bounds.get(id);
    if (bytes == null) {
      return null;
    }
    // A file from before the column was widened has the shorter form.
    return bytes.remaining() == Float.BYTES
        ? (double) (float) Conversions.<Float>fromByteBuffer(Types.FloatType.get(), bytes)
        : Conversions.<Double>fromByteBuffer(Types.DoubleType.get(), bytes);
  }
}
