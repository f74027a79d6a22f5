/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;

/**
 * A column and its versions: all the places where a field's values may be.
 *
 * @param wanted the column that has the name without a version
 * @param merged the newest, which the values of all are brought into; ids tell, since they only
 *     grow
 * @param older the others, the newest first
 */
record ColumnFamily(NestedField wanted, NestedField merged, List<NestedField> older) {
  private static final String VERSION = "__v";
  private static final int REPLACED = 1;

  ColumnFamily {
    older = List.copyOf(older);
  }

  /** The family of a column at the top of a table; empty if it has no versions. */
  static Optional<ColumnFamily> of(Schema schema, String column) {
    StructType columns = schema.asStruct();
    NestedField wanted = columns.field(column);
    if (wanted == null) {
      return Optional.empty();
    }
    List<NestedField> members = new ArrayList<>(List.of(wanted));
    NestedField replaced = columns.field(column + VERSION + REPLACED);
    if (replaced != null) {
      members.add(replaced);
    }
    int number = REPLACED + 1;
    for (NestedField next = columns.field(column + VERSION + number);
        next != null;
        next = columns.field(column + VERSION + ++number)) {
      members.add(next);
    }
    if (members.size() == 1) {
      return Optional.empty();
    }
    members.sort(Comparator.comparingInt(NestedField::fieldId).reversed());
    return Optional.of(
        new ColumnFamily(wanted, members.get(0), members.subList(1, members.size())));
  }

  /** Whether the names are as they are to be. */
  boolean isNamed() {
    return merged.fieldId() == wanted.fieldId();
  }

  Stream<NestedField> members() {
    return Stream.concat(Stream.of(merged), older.stream());
  }

  /** The older columns, for people. */
  String olderNames() {
    return String.join(" and ", older.stream().map(NestedField::name).toList());
  }

  /** The same columns by id and type, whatever their names are by now. */
  boolean hasSameColumns(ColumnFamily other) {
    return shape(this).equals(shape(other));
  }

  private static List<String> shape(ColumnFamily family) {
    return family.members().map(column -> column.fieldId() + " " + column.type()).toList();
  }
}
