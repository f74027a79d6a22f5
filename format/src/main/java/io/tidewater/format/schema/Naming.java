/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.Objects;

/**
 * How names of fields and names of columns go together.
 *
 * @param matching which column a field's name belongs to
 * @param columns what new columns are called
 */
public record Naming(NameMatching matching, ColumnNames columns) {
  /** Columns are called what the records call them, and found by their exact names. */
  public static final Naming DEFAULT = new Naming(NameMatching.CASE_SENSITIVE, ColumnNames.AS_IS);

  public Naming {
    Objects.requireNonNull(matching, "matching");
    Objects.requireNonNull(columns, "columns");
  }

  /** Columns are called what the records call them. */
  public static Naming of(NameMatching matching) {
    return new Naming(matching, ColumnNames.AS_IS);
  }

  /** Whether a column has the name of a field, or the one that was made of it. */
  boolean sameName(String field, String column) {
    return matching.canonical(field).equals(matching.canonical(column))
        || columns.of(field).equals(column);
  }

  /** Two columns of one struct must differ in this form of their names. */
  String distinct(String column) {
    return columns == ColumnNames.PORTABLE
        ? NameMatching.CASE_INSENSITIVE.canonical(column)
        : matching.canonical(column);
  }
}
