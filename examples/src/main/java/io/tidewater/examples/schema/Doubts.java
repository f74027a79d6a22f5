/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.schema;

import io.tidewater.examples.schema.Step.Problem;
import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.conversion.Fit;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.Naming;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/** Finds the fields of which some values go into their columns, and others may not. */
final class Doubts {
  private final Table table;
  private final Alignment alignment;

  /**
   * @param table after it has followed the records as far as it can
   */
  Doubts(Table table, Incoming rows, Naming naming) {
    this.table = table;
    this.alignment =
        Alignment.of(rows, table.schema(), FieldHistory.of(table.properties()), naming);
  }

  /** One problem for each such field, in the order of their ids. */
  List<Problem> among(Incoming rows) {
    return TypeUtil.indexById(rows.type()).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(field -> doubt(field.getValue()))
        .filter(Objects::nonNull)
        .toList();
  }

  private @Nullable Problem doubt(NestedField field) {
    NestedField column = alignment.column(field);
    if (column == null
        || column.type().isNestedType()
        || Conversions.fit(field.type(), column.type()) != Fit.BY_VALUE) {
      return null;
    }
    String path = table.schema().findColumnName(column.fieldId());
    return new Problem(
        path,
        ("%s: the table has %s, the records have %s, and not every value goes in; a record whose"
                + " value does not is rejected. Keep the field's type, or replace the column in the"
                + " table")
            .formatted(path, column.type(), field.type()));
  }
}
