/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one struct of a table by the names that records have for them. Immutable; each
 * question takes the same time, however many columns there are.
 */
public final class ColumnIndex {
  private final Naming naming;
  private final Map<Integer, NestedField> byId = new HashMap<>();
  private final Map<String, NestedField> byColumnName = new HashMap<>();
  private final Map<String, NestedField> present = new HashMap<>();
  private final Map<String, NestedField> former = new HashMap<>();
  private final Map<String, NestedField> presentFolded = new HashMap<>();
  private final Map<String, NestedField> formerFolded = new HashMap<>();
  private final Map<String, NestedField> unnamed = new HashMap<>();

  private ColumnIndex(Naming naming) {
    this.naming = naming;
  }

  /** The columns of a struct. */
  public static ColumnIndex of(StructType struct, FieldHistory history, Naming naming) {
    ColumnIndex index = new ColumnIndex(naming);
    for (NestedField column : struct.fields()) {
      index.byId.put(column.fieldId(), column);
      index.byColumnName.put(column.name(), column);
      List<String> names = history.names().get(column.fieldId());
      if (names == null || names.isEmpty()) {
        index.unnamed.put(column.name(), column);
        index.add(column.name(), column, index.present, index.presentFolded);
      } else {
        index.add(names.get(0), column, index.present, index.presentFolded);
        for (String name : names.subList(1, names.size())) {
          index.add(name, column, index.former, index.formerFolded);
        }
      }
    }
    return index;
  }

  private void add(
      String name,
      NestedField column,
      Map<String, NestedField> exact,
      Map<String, NestedField> folded) {
    exact.putIfAbsent(name, column);
    folded.putIfAbsent(naming.matching().canonical(name), column);
  }

  /** The column that a name of a field stands for; null if there is none. */
  public @Nullable NestedField find(String field) {
    NestedField column = null;
    for (Rule rule : Rule.values()) {
      column = column == null ? find(rule, field) : column;
    }
    return column;
  }

  /** A column and the versions beside it, in the order in which they are asked for room. */
  public List<NestedField> withVersions(NestedField column) {
    List<NestedField> columns = new ArrayList<>(List.of(column));
    columns.addAll(VersionedColumns.beside(column, this, naming));
    return columns;
  }

  @Nullable NestedField find(Rule rule, String field) {
    return switch (rule) {
      case PRESENT -> present.get(field);
      case FORMER -> former.get(field);
      case PRESENT_FOLDED -> presentFolded.get(naming.matching().canonical(field));
      case FORMER_FOLDED -> formerFolded.get(naming.matching().canonical(field));
      case MADE_PORTABLE -> unnamed.get(naming.columns().of(field));
    };
  }

  @Nullable NestedField byId(@Nullable Integer id) {
    return id == null ? null : byId.get(id);
  }

  @Nullable NestedField byColumnName(String name) {
    return byColumnName.get(name);
  }

  /** Why a name stands for a column, the strongest reason first. */
  enum Rule {
    /** It is what records call the column. */
    PRESENT,
    /** It is what they called it before. */
    FORMER,
    /** As the first, but for the case. */
    PRESENT_FOLDED,
    /** As the second, but for the case. */
    FORMER_FOLDED,
    /** A column made for it would get that name; somebody else made it. */
    MADE_PORTABLE
  }
}
