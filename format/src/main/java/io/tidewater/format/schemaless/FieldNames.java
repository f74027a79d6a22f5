/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import io.tidewater.format.schema.ColumnIndex;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Naming;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;

/** Positions of a struct's columns by the names that records use for them. */
final class FieldNames {
  /** Spellings to remember: records could bring new ones for ever. */
  private static final int MOST_SPELLINGS = 10_000;

  private final ColumnIndex columns;
  private final Map<Integer, Integer> positionsById = new HashMap<>();
  private final Map<String, int[]> positions = new HashMap<>();

  FieldNames(StructType struct, FieldHistory history, Naming naming) {
    this.columns = ColumnIndex.of(struct, history, naming);
    for (NestedField column : struct.fields()) {
      positionsById.put(column.fieldId(), positionsById.size());
    }
  }

  /**
   * The position of the column that a name stands for, then those of its versions; none if there is
   * no such column.
   */
  int[] positions(String name) {
    int[] known = positions.get(name);
    return known == null ? lookUp(name) : known;
  }

  private int[] lookUp(String name) {
    NestedField column = columns.find(name);
    List<NestedField> candidates = column == null ? List.of() : columns.withVersions(column);
    int[] found = candidates.stream().mapToInt(each -> positionsById.get(each.fieldId())).toArray();
    if (positions.size() < MOST_SPELLINGS) {
      positions.put(name, found);
    }
    return found;
  }
}
