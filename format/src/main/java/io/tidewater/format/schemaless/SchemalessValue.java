/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands whole values without a schema to a visitor as they are, nested ones included. */
final class SchemalessValue {
  /** No parser nests deeper by default, and no table can. */
  static final int DEEPEST = 1000;

  private SchemalessValue() {}

  /**
   * Hands a value on. Positions of fields mean nothing here.
   *
   * @throws ValueMismatchException if a value is no data, or nested too deep
   */
  static void emit(@Nullable Object value, ValueVisitor receiver) {
    emit(value, receiver, 0);
  }

  /** Whether a map is a record: all its keys are strings. */
  static boolean hasFieldNames(Map<?, ?> map) {
    for (Object key : map.keySet()) {
      if (!(key instanceof String)) {
        return false;
      }
    }
    return true;
  }

  private static void emit(@Nullable Object value, ValueVisitor receiver, int depth) {
    if (depth > DEEPEST) {
      throw new ValueMismatchException("at most " + DEEPEST + " levels", "deeper nesting");
    }
    if (value == null) {
      receiver.nullValue();
    } else if (value instanceof Map<?, ?> map) {
      emitMap(map, receiver, depth);
    } else if (value instanceof List<?> list) {
      emitList(list, receiver, depth);
    } else {
      SchemalessScalar.of(value).emit(value, receiver);
    }
  }

  private static void emitMap(Map<?, ?> map, ValueVisitor receiver, int depth) {
    if (!hasFieldNames(map)) {
      receiver.startMap(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        emit(entry.getKey(), receiver, depth + 1);
        emit(entry.getValue(), receiver, depth + 1);
      }
      receiver.endMap();
      return;
    }
    receiver.startStruct();
    int position = 0;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      receiver.field(position++, (String) entry.getKey());
      emit(entry.getValue(), receiver, depth + 1);
    }
    receiver.endStruct();
  }

  private static void emitList(List<?> list, ValueVisitor receiver, int depth) {
    receiver.startList(list.size());
    for (Object item : list) {
      emit(item, receiver, depth + 1);
    }
    receiver.endList();
  }
}
