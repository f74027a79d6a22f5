/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.live;

import io.tidewater.compaction.deletes.key.KeyFormat;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Comparators;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * Between what the keys of equality deletes lie, column by column.
 *
 * @param columns of the keys
 * @param ranges one for each column; null where nothing is known, or bounds cannot be trusted
 */
public record KeyBounds(List<Types.NestedField> columns, List<@Nullable Range> ranges) {
  /**
   * Bounds of one column.
   *
   * @param least null, as the greatest, if all keys are null
   * @param nulls whether keys may be null
   */
  public record Range(@Nullable Object least, @Nullable Object greatest, boolean nulls) {}

  /** What the metrics of a delete file tell. */
  public static KeyBounds of(KeyFormat keys, DeleteFile file) {
    List<@Nullable Range> ranges = new ArrayList<>();
    for (Types.NestedField column : keys.schema().columns()) {
      ranges.add(isOrdered(column) ? range(column, file) : null);
    }
    return new KeyBounds(keys.schema().columns(), ranges);
  }

  /** Types whose bounds mean the same to all writers and readers; NaN and -0.0 have none. */
  private static boolean isOrdered(Types.NestedField column) {
    return switch (column.type().typeId()) {
      case INTEGER, LONG, DATE, TIME, TIMESTAMP, STRING, DECIMAL -> true;
      default -> false;
    };
  }

  private static @Nullable Range range(Types.NestedField column, DeleteFile file) {
    Long nulls = of(file.nullValueCounts(), column);
    Long values = of(file.valueCounts(), column);
    if (nulls != null && nulls.equals(values)) {
      return new Range(null, null, true);
    }
    ByteBuffer lower = of(file.lowerBounds(), column);
    ByteBuffer upper = of(file.upperBounds(), column);
    if (lower == null || upper == null) {
      return null;
    }
    return new Range(
        Conversions.fromByteBuffer(column.type(), lower),
        Conversions.fromByteBuffer(column.type(), upper),
        nulls == null || nulls > 0);
  }

  private static <V> @Nullable V of(@Nullable Map<Integer, V> metrics, Types.NestedField column) {
    return metrics == null ? null : metrics.get(column.fieldId());
  }

  /** Bounds of the keys of both. */
  public KeyBounds union(KeyBounds other) {
    List<@Nullable Range> union = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Range mine = ranges.get(i);
      Range others = other.ranges.get(i);
      union.add(mine == null || others == null ? null : union(columns.get(i), mine, others));
    }
    return new KeyBounds(columns, union);
  }

  private static Range union(Types.NestedField column, Range one, Range two) {
    boolean nulls = one.nulls || two.nulls;
    if (one.least == null || two.least == null) {
      Range known = one.least == null ? two : one;
      return new Range(known.least, known.greatest, nulls);
    }
    Comparator<Object> order = Comparators.forType(column.type().asPrimitiveType());
    return new Range(
        order.compare(one.least, two.least) <= 0 ? one.least : two.least,
        order.compare(one.greatest, two.greatest) >= 0 ? one.greatest : two.greatest,
        nulls);
  }

  /** What every row with one of the keys satisfies. */
  public Expression filter() {
    Expression filter = Expressions.alwaysTrue();
    for (int i = 0; i < columns.size(); i++) {
      Range range = ranges.get(i);
      if (range != null) {
        filter = Expressions.and(filter, filter(columns.get(i).name(), range));
      }
    }
    return filter;
  }

  private static Expression filter(String column, Range range) {
    if (range.least == null) {
      return Expressions.isNull(column);
    }
    Expression within =
        range.least.equals(range.greatest)
            ? Expressions.equal(column, range.least)
            : Expressions.and(
                Expressions.greaterThanOrEqual(column, range.least),
                Expressions.lessThanOrEqual(column, range.greatest));
    return range.nulls ? Expressions.or(within, Expressions.isNull(column)) : within;
  }

  /** Orders so that what has keys near each other is near each other. */
  public static Comparator<KeyBounds> byFirstColumn() {
    return (one, two) -> {
      Range first = one.ranges.get(0);
      Range second = two.ranges.get(0);
      if (first == null || second == null || first.least == null || second.least == null) {
        return Boolean.compare(
            second == null || second.least == null, first == null || first.least == null);
      }
      Comparator<Object> order = Comparators.forType(one.columns.get(0).type().asPrimitiveType());
      return order.compare(first.least, second.least);
    };
  }
}
