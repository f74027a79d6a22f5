/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.observe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.SortField;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * The leading column of a table's sort order, by which overlaps of files are measured.
 *
 * @param orderId of the sort order, 0 for tables without
 * @param fieldId of the column
 * @param type of the column; null where its bounds say nothing
 */
public record SortKey(int orderId, int fieldId, @Nullable Type type) {
  /** No order. */
  public static final SortKey NONE = new SortKey(0, -1, null);

  private static final int PREFIX = 6;

  public static SortKey of(Table table) {
    SortOrder order = table.sortOrder();
    if (order.isUnsorted()) {
      return NONE;
    }
    SortField leading = order.fields().get(0);
    Type type = table.schema().findType(leading.sourceId());
    boolean keepsOrder = leading.transform().preservesOrder() && type.isPrimitiveType();
    return new SortKey(order.orderId(), leading.sourceId(), keepsOrder ? type : null);
  }

  /** Whether there is an order to keep. */
  public boolean sorts() {
    return orderId != 0;
  }

  /**
   * The range of a file's values, as numbers that keep their order.
   *
   * @param low where it begins
   * @param high where it ends
   */
  public record Range(double low, double high) {
    public double width() {
      return high - low;
    }
  }

  /** The range of a file, if its statistics tell. */
  public Optional<Range> range(DataFile file) {
    Map<Integer, ByteBuffer> lows = file.lowerBounds();
    Map<Integer, ByteBuffer> highs = file.upperBounds();
    if (type == null || lows == null || highs == null) {
      return Optional.empty();
    }
    ByteBuffer low = lows.get(fieldId);
    ByteBuffer high = highs.get(fieldId);
    if (low == null || high == null) {
      return Optional.empty();
    }
    double from = number(Conversions.fromByteBuffer(type, low));
    double to = number(Conversions.fromByteBuffer(type, high));
    return Double.isFinite(from) && Double.isFinite(to) && from <= to
        ? Optional.of(new Range(from, to))
        : Optional.empty();
  }

  private static double number(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof CharSequence text) {
      return prefix(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
    if (value instanceof ByteBuffer bytes) {
      return prefix(bytes.duplicate());
    }
    return Double.NaN;
  }

  private static double prefix(ByteBuffer bytes) {
    double number = 0;
    for (int i = 0; i < PREFIX; i++) {
      number = number * 256 + (bytes.hasRemaining() ? bytes.get() & 0xff : 0);
    }
    return number;
  }
}
