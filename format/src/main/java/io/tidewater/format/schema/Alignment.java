/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a table each field of incoming records belongs to: what evolution plans by, and
 * what every format compiles by, so that the two cannot differ. Immutable.
 */
public final class Alignment {
  private final StructType table;
  private final Map<Integer, NestedField> columns;

  private Alignment(StructType table, Map<Integer, NestedField> columns) {
    this.table = table;
    this.columns = columns;
  }

  /** Aligns incoming records with a table. */
  public static Alignment of(
      Incoming incoming, Schema table, FieldHistory history, NameMatching nameMatching) {
    Map<Integer, NestedField> columns = new HashMap<>();
    new Walk(nameMatching, columns).fields(incoming.type(), table.asStruct());
    return new Alignment(table.asStruct(), columns);
  }

  /** Records that go into a struct of exactly their own type. */
  public static Alignment identity(Incoming incoming) {
    return of(
        incoming,
        new Schema(incoming.type().fields()),
        FieldHistory.EMPTY,
        NameMatching.CASE_SENSITIVE);
  }

  /** The columns of the table. */
  public StructType table() {
    return table;
  }

  /**
   * The column of a field, at any depth; those of list elements, map keys and map values are among
   * them. Its type need not be one that the field's values fit in.
   *
   * @param field a field of the incoming type
   * @return null if the table has no column for it, or none of its kind where it stands
   */
  public @Nullable NestedField column(NestedField field) {
    return columns.get(field.fieldId());
  }

  private record Walk(NameMatching nameMatching, Map<Integer, NestedField> columns) {
    void fields(StructType incoming, StructType struct) {
      Set<Integer> taken = new HashSet<>();
      for (NestedField field : incoming.fields()) {
        NestedField column = nameMatching.find(struct, field.name());
        if (column != null && taken.add(column.fieldId())) {
          pair(field, column);
        }
      }
    }

    private void pair(NestedField field, NestedField column) {
      columns.put(field.fieldId(), column);
      Type incoming = field.type();
      Type type = column.type();
      if (incoming.isStructType() && type.isStructType()) {
        fields(incoming.asStructType(), type.asStructType());
      } else if (incoming.isListType() && type.isListType()) {
        pair(incoming.asListType().fields().get(0), type.asListType().fields().get(0));
      } else if (incoming.isMapType() && type.isMapType()) {
        pair(incoming.asMapType().fields().get(0), type.asMapType().fields().get(0));
        pair(incoming.asMapType().fields().get(1), type.asMapType().fields().get(1));
      }
    }
  }
}
