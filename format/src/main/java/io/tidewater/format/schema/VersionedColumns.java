/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;

/**
 * The columns beside a column that hold what does not go into it: {@code amount__v2}, {@code
 * amount__v3} and so on beside {@code amount}.
 */
final class VersionedColumns {
  /** The version of a column that has stepped aside for one of text. */
  static final int REPLACED = 1;

  /** The first version beside a column. */
  static final int FIRST = 2;

  private VersionedColumns() {}

  /** The name of a version of a column. */
  static String name(String column, int version, Naming naming) {
    return naming.columns().with(column, "__v" + version);
  }

  /** The versions beside a column, the first one first. */
  static List<NestedField> beside(NestedField column, ColumnIndex columns, Naming naming) {
    List<NestedField> versions = new ArrayList<>();
    NestedField version = columns.byColumnName(name(column.name(), FIRST, naming));
    while (version != null) {
      versions.add(version);
      version = columns.byColumnName(name(column.name(), FIRST + versions.size(), naming));
    }
    return versions;
  }

  /**
   * The first of a column and its versions that takes a type; the column itself if none does.
   *
   * @param taken ids of columns that belong to other fields
   */
  static NestedField firstThatTakes(
      Type incoming, NestedField column, ColumnIndex columns, Naming naming, Set<Integer> taken) {
    TypeFit fit = TypeFit.asItIs(naming);
    if (fit.goesInto(incoming, column.type())) {
      return column;
    }
    for (NestedField version : beside(column, columns, naming)) {
      if (!taken.contains(version.fieldId()) && fit.goesInto(incoming, version.type())) {
        return version;
      }
    }
    return column;
  }
}
