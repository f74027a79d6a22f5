/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.row;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.iceberg.Accessor;
import org.apache.iceberg.Schema;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.util.ByteBuffers;
import org.apache.iceberg.util.ZOrderByteUtils;
import org.jspecify.annotations.Nullable;

/** Orders rows along a Z-curve through some columns. Nulls come first. */
final class ZorderCurve implements RowOrder {
  /** Each column takes part with as many bytes; of longer values the first count. */
  private static final int BYTES = ZOrderByteUtils.PRIMITIVE_BUFFER_SIZE;

  private final InternalRecordWrapper wrapper;
  private final List<Column> columns;

  /**
   * @throws IllegalArgumentException a column is missing, or of a type that has no order
   */
  ZorderCurve(Schema schema, List<String> names) {
    this.wrapper = new InternalRecordWrapper(schema.asStruct());
    this.columns = names.stream().map(name -> Column.of(schema, name)).toList();
  }

  @Override
  public SortableRow sortable(Record row) {
    StructLike values = wrapper.wrap(row);
    byte[][] parts = new byte[columns.size()][];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = columns.get(i).bytes(values);
    }
    int size = BYTES * parts.length;
    return new SortableRow(
        ZOrderByteUtils.interleaveBits(parts, size, ByteBuffer.allocate(size)), row);
  }

  @Override
  public int compare(SortableRow left, SortableRow right) {
    return Arrays.compareUnsigned((byte[]) left.key(), (byte[]) right.key());
  }

  private record Column(Type type, Accessor<StructLike> accessor) {
    static Column of(Schema schema, String name) {
      NestedField field = schema.findField(name);
      if (field == null) {
        throw new IllegalArgumentException(
            "Column " + name + " of the Z-order is none of the table's: " + schema.columns());
      }
      if (!field.type().isPrimitiveType()) {
        throw new IllegalArgumentException(
            "Column " + name + " of the Z-order has no order: " + field.type());
      }
      return new Column(field.type(), schema.accessorForField(field.fieldId()));
    }

    byte[] bytes(StructLike row) {
      Object value = accessor.get(row);
      return value == null ? new byte[BYTES] : bytes(value);
    }

    private byte[] bytes(Object value) {
      ByteBuffer buffer = ByteBuffer.allocate(BYTES);
      return switch (type.typeId()) {
        case BOOLEAN -> ordered((Boolean) value ? 1 : 0, buffer);
        case INTEGER, DATE -> ordered((Integer) value, buffer);
        case LONG, TIME, TIMESTAMP, TIMESTAMP_NANO -> ordered((Long) value, buffer);
        case FLOAT, DOUBLE, DECIMAL ->
            ZOrderByteUtils.doubleToOrderedBytes(((Number) value).doubleValue(), buffer).array();
        default -> ZOrderByteUtils.byteTruncateOrFill(raw(value), BYTES, buffer).array();
      };
    }

    private static byte[] ordered(long value, ByteBuffer buffer) {
      return ZOrderByteUtils.longToOrderedBytes(value, buffer).array();
    }

    private static byte[] raw(@Nullable Object value) {
      if (value instanceof ByteBuffer buffer) {
        return ByteBuffers.toByteArray(buffer);
      }
      return String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    }
  }
}
