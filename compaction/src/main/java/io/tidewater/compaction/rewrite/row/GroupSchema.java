/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.row;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.types.Types.NestedField;

/**
 * The schemas of a rewrite.
 *
 * @param written the table's newest, on format v3 with the lineage of each row
 * @param read the same, and the position of each row in its file as the last column
 * @param known the newest, and columns that it has dropped: old equality deletes may name them
 */
record GroupSchema(Schema written, Schema read, Schema known) {
  static GroupSchema of(Table table) {
    Schema written =
        TableUtil.supportsRowLineage(table)
            ? MetadataColumns.schemaWithRowLineage(table.schema())
            : table.schema();
    List<NestedField> columns = new ArrayList<>(written.columns());
    columns.add(MetadataColumns.ROW_POSITION);
    return new GroupSchema(written, new Schema(columns), known(table));
  }

  /** Where the position of a row stands. */
  int positionColumn() {
    return written.columns().size();
  }

  private static Schema known(Table table) {
    List<NestedField> columns = new ArrayList<>(table.schema().columns());
    Set<Integer> ids = new HashSet<>();
    columns.forEach(column -> ids.add(column.fieldId()));
    for (Schema schema : table.schemas().values()) {
      schema.columns().stream()
          .filter(column -> ids.add(column.fieldId()))
          .map(GroupSchema::outOfTheWay)
          .forEach(columns::add);
    }
    return new Schema(columns);
  }

  /** Its name may have been given to another column since. */
  private static NestedField outOfTheWay(NestedField dropped) {
    return NestedField.from(dropped).withName("dropped " + dropped.fieldId()).asOptional().build();
  }
}
