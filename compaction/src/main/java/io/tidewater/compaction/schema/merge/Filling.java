/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import io.tidewater.format.value.ValueMismatchException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/** Fills the merged column of rows of one schema. Not for use by several threads at once. */
final class Filling {
  private final int merged;
  private final Map<Integer, Cast> older = new LinkedHashMap<>();

  /**
   * @param rows has all columns of the family at the top
   */
  Filling(Schema rows, ColumnFamily family) {
    this.merged = position(rows, family.merged());
    for (NestedField column : family.older()) {
      older.put(position(rows, column), new Cast(column.type(), family.merged().type()));
    }
  }

  private static int position(Schema rows, NestedField column) {
    for (int i = 0; i < rows.columns().size(); i++) {
      if (rows.columns().get(i).fieldId() == column.fieldId()) {
        return i;
      }
    }
    throw new IllegalArgumentException("no column " + column + " among " + rows);
  }

  /** What a row's merged column is to hold; empty if it has a value, or none is there. */
  Optional<Object> missing(Record row) {
    if (row.get(merged) != null) {
      return Optional.empty();
    }
    for (Map.Entry<Integer, Cast> column : older.entrySet()) {
      @Nullable Object value = row.get(column.getKey());
      if (value != null) {
        return Optional.of(column.getValue().apply(value));
      }
    }
    return Optional.empty();
  }

  /**
   * Fills a row.
   *
   * @throws ValueMismatchException its value would not survive
   */
  void fill(Record row) {
    missing(row).ifPresent(value -> row.set(merged, value));
  }
}
