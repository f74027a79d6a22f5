/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a table each field of incoming records belongs to: what evolution plans by, and
 * what every format compiles by, so that the two cannot differ. Immutable.
 *
 * <p>In each struct a field gets, as far as no other field of it has a better claim:
 *
 * <ol>
 *   <li>the column that the history knows for the field's number,
 *   <li>the column that records call by the field's name, or called before: by its exact letters,
 *       then whatever their case if names are so matched,
 *   <li>the column that somebody named as a portable name of the field would be,
 *   <li>the column of one of its aliases.
 * </ol>
 *
 * <p>Where the field's type does not go into that column, but into one of the versions beside it
 * ({@code amount__v2}), the field belongs to the first that takes it. The work is linear in the
 * number of fields and columns.
 */
public final class Alignment {
  private final StructType table;
  private final Map<Integer, NestedField> columns;
  private final Map<Integer, NestedField> named;

  private Alignment(
      StructType table, Map<Integer, NestedField> columns, Map<Integer, NestedField> named) {
    this.table = table;
    this.columns = columns;
    this.named = named;
  }

  /** Aligns incoming records with a table. */
  public static Alignment of(Incoming incoming, Schema table, FieldHistory history, Naming naming) {
    Walk walk = new Walk(incoming, history, naming, new HashMap<>(), new HashMap<>());
    walk.fields(incoming.type(), table.asStruct(), null);
    return new Alignment(table.asStruct(), walk.columns, walk.named);
  }

  /** Aligns incoming records with a table whose new columns are called as the records call them. */
  public static Alignment of(
      Incoming incoming, Schema table, FieldHistory history, NameMatching nameMatching) {
    return of(incoming, table, history, Naming.of(nameMatching));
  }

  /** Records that go into a struct of exactly their own type. */
  public static Alignment identity(Incoming incoming) {
    Map<Integer, NestedField> own = TypeUtil.indexById(incoming.type());
    return new Alignment(incoming.type(), own, own);
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

  /** As {@link #column}, but the column itself where that gives one of its versions. */
  @Nullable NestedField named(NestedField field) {
    return named.get(field.fieldId());
  }

  private record Walk(
      Incoming incoming,
      FieldHistory history,
      Naming naming,
      Map<Integer, NestedField> columns,
      Map<Integer, NestedField> named) {
    void fields(StructType type, StructType struct, @Nullable Integer structId) {
      ColumnIndex index = ColumnIndex.of(struct, history, naming);
      Map<Integer, Integer> numbers =
          history.numbersOf(FieldHistory.container(incoming.recordName(), structId));
      List<NestedField> fields = type.fields();
      @Nullable NestedField[] given = StructAlignment.of(incoming, fields, index, numbers);
      Set<Integer> taken = new HashSet<>();
      for (NestedField column : given) {
        if (column != null) {
          taken.add(column.fieldId());
        }
      }
      for (int i = 0; i < given.length; i++) {
        NestedField column = given[i];
        if (column != null) {
          named.put(fields.get(i).fieldId(), column);
          pair(fields.get(i), version(fields.get(i), column, index, taken));
        }
      }
    }

    private NestedField version(
        NestedField field, NestedField column, ColumnIndex index, Set<Integer> taken) {
      NestedField version =
          VersionedColumns.firstThatTakes(field.type(), column, index, naming, taken);
      taken.add(version.fieldId());
      return version;
    }

    private void pair(NestedField field, NestedField column) {
      columns.put(field.fieldId(), column);
      Type type = field.type();
      Type into = column.type();
      if (type.isStructType() && into.isStructType()) {
        fields(type.asStructType(), into.asStructType(), column.fieldId());
      } else if (type.isListType() && into.isListType()) {
        child(type, into, 0);
      } else if (type.isMapType() && into.isMapType()) {
        child(type, into, 0);
        child(type, into, 1);
      }
    }

    private void child(Type type, Type into, int position) {
      NestedField field = type.asNestedType().fields().get(position);
      NestedField column = into.asNestedType().fields().get(position);
      named.put(field.fieldId(), column);
      pair(field, column);
    }
  }
}
