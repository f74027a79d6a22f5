/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;

/**
 * Columns that cannot be replaced by others.
 *
 * @param identifying ids of those that identify rows, and of all that is around them
 * @param layout ids of those that partition or sort the table, and of all that is around them
 */
record ColumnsThatStay(Set<Integer> identifying, Set<Integer> layout) {
  static ColumnsThatStay of(Schema table, Set<Integer> layoutColumns) {
    Map<Integer, Integer> parents = TypeUtil.indexParents(table.asStruct());
    return new ColumnsThatStay(
        withParents(table.identifierFieldIds(), parents), withParents(layoutColumns, parents));
  }

  boolean identifies(NestedField column) {
    return identifying.contains(column.fieldId());
  }

  boolean includes(NestedField column) {
    return identifies(column) || layout.contains(column.fieldId());
  }

  private static Set<Integer> withParents(Set<Integer> ids, Map<Integer, Integer> parents) {
    Set<Integer> all = new HashSet<>();
    for (Integer id : ids) {
      for (Integer outer = id; outer != null; outer = parents.get(outer)) {
        all.add(outer);
      }
    }
    return all;
  }
}
