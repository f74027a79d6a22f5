/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/**
 * Gives the columns of one struct to the fields that they belong to. All fields are asked for one
 * reason before any is asked for the next, weaker one, and a column that is given away stays so.
 */
final class StructAlignment {
  private final List<NestedField> fields;
  private final ColumnIndex columns;
  private final @Nullable NestedField[] given;
  private final Set<Integer> taken = new HashSet<>();

  private StructAlignment(List<NestedField> fields, ColumnIndex columns) {
    this.fields = fields;
    this.columns = columns;
    this.given = new NestedField[fields.size()];
  }

  /**
   * The columns of a struct's fields, in the order of the fields; null where there is none.
   *
   * @param numbers the field numbers of the struct, and the ids of their columns
   */
  static @Nullable NestedField[] of(
      Incoming incoming,
      List<NestedField> fields,
      ColumnIndex columns,
      Map<Integer, Integer> numbers) {
    StructAlignment alignment = new StructAlignment(fields, columns);
    if (!numbers.isEmpty()) {
      alignment.give(field -> columns.byId(number(incoming, field, numbers)));
    }
    for (ColumnIndex.Rule rule : ColumnIndex.Rule.values()) {
      alignment.give(field -> columns.find(rule, field.name()));
    }
    alignment.give(field -> alignment.byAlias(incoming.origin(field).aliases()));
    return alignment.given;
  }

  private void give(Function<NestedField, @Nullable NestedField> reason) {
    for (int i = 0; i < given.length; i++) {
      if (given[i] == null) {
        NestedField column = reason.apply(fields.get(i));
        if (column != null && taken.add(column.fieldId())) {
          given[i] = column;
        }
      }
    }
  }

  private static @Nullable Integer number(
      Incoming incoming, NestedField field, Map<Integer, Integer> numbers) {
    FieldOrigin origin = incoming.origin(field);
    return origin.number().isPresent() ? numbers.get(origin.number().getAsInt()) : null;
  }

  private @Nullable NestedField byAlias(List<String> aliases) {
    for (String alias : aliases) {
      NestedField column = columns.find(alias);
      if (column != null && !taken.contains(column.fieldId())) {
        return column;
      }
    }
    return null;
  }
}
