/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.value.QuietVisitor;
import io.tidewater.format.value.ValueMismatchException;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;
import org.jspecify.annotations.Nullable;

/** Whether a column takes one value. */
final class SchemalessFit {
  private SchemalessFit() {}

  /** Whether a column takes a value, as far as its own name is responsible: up to nested fields. */
  static boolean takes(Type column, @Nullable Object value) {
    if (value == null || column.typeId() == TypeID.STRING || column.typeId() == TypeID.VARIANT) {
      return true;
    }
    if (value instanceof Map<?, ?> map) {
      return column.isStructType()
          || (column.isMapType() && allTake(column.asMapType().valueType(), map.values()));
    }
    if (value instanceof List<?> list) {
      return column.isListType() && allTake(column.asListType().elementType(), list);
    }
    return holds(column, value);
  }

  /** Whether a column of a scalar type holds a scalar as it is. */
  static boolean holds(Type column, Object value) {
    if (!column.isPrimitiveType()) {
      return false;
    }
    try {
      SchemalessValue.emit(value, Conversions.into(column, new QuietVisitor()));
      return true;
    } catch (ValueMismatchException e) {
      return false;
    }
  }

  private static boolean allTake(Type column, Iterable<?> values) {
    for (Object value : values) {
      if (!takes(column, value)) {
        return false;
      }
    }
    return true;
  }
}
