/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.row.RowBuilder;
import io.tidewater.format.value.ValueVisitor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/** Rows of values that are as an incoming type says, by its alignment with a table. */
record IncomingRows(Alignment alignment, RowBuilder rows) {
  static GenericRecord row(Incoming incoming, Alignment alignment, Schema table, Map<?, ?> values) {
    RowBuilder rows = new RowBuilder(table);
    rows.begin();
    new IncomingRows(alignment, rows).struct(incoming.type(), table.asStruct(), values);
    return rows.finish();
  }

  private void struct(StructType type, StructType columns, Map<?, ?> values) {
    rows.startStruct();
    for (NestedField field : type.fields()) {
      NestedField column = alignment.column(field);
      if (column != null) {
        rows.field(columns.fields().indexOf(column), column.name());
        value(field.type(), column.type(), values.get(field.name()));
      }
    }
    rows.endStruct();
  }

  private void value(Type type, Type column, @Nullable Object value) {
    if (value == null) {
      rows.nullValue();
    } else if (type.isStructType()) {
      struct(type.asStructType(), column.asStructType(), (Map<?, ?>) value);
    } else if (type.isListType()) {
      List<?> list = (List<?>) value;
      rows.startList(list.size());
      list.forEach(
          item -> value(type.asListType().elementType(), column.asListType().elementType(), item));
      rows.endList();
    } else if (type.isMapType()) {
      Map<?, ?> map = (Map<?, ?>) value;
      rows.startMap(map.size());
      map.forEach(
          (key, item) -> {
            value(type.asMapType().keyType(), column.asMapType().keyType(), key);
            value(type.asMapType().valueType(), column.asMapType().valueType(), item);
          });
      rows.endMap();
    } else {
      scalar(Conversions.into(column, rows), type, value);
    }
  }

  private static void scalar(ValueVisitor receiver, Type type, Object value) {
    switch (type.typeId()) {
      case BOOLEAN -> receiver.booleanValue((Boolean) value);
      case INTEGER -> receiver.intValue((Integer) value);
      case LONG -> receiver.longValue((Long) value);
      case FLOAT -> receiver.floatValue((Float) value);
      case DOUBLE -> receiver.doubleValue((Double) value);
      case DECIMAL -> receiver.decimalValue((BigDecimal) value);
      case STRING -> receiver.stringValue((String) value);
      case DATE -> receiver.dateValue((Integer) value);
      case TIMESTAMP -> receiver.timestampValue((Long) value);
      default -> throw new IllegalArgumentException(Objects.toString(type));
    }
  }
}
