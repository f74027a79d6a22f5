/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericDeleteFilter;
import org.apache.iceberg.data.IdentityPartitionConverters;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.formats.FormatModelRegistry;
import org.apache.iceberg.formats.ReadBuilder;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.util.PartitionUtil;

/** Reads rows of data files as readers see them: deletes applied, in the newest schema. */
final class RowReader {
  private final Table table;
  private final Schema known;

  RowReader(Table table) {
    this.table = table;
    this.known = known(table);
  }

  /** The rows that are left of a file; columns that the deletes need may stand behind. */
  CloseableIterable<Record> read(FileScanTask task, Schema columns) {
    GenericDeleteFilter deletes = new GenericDeleteFilter(table.io(), task, known, columns);
    ReadBuilder<Record, ?> builder =
        FormatModelRegistry.readBuilder(
            task.file().format(), Record.class, table.io().newInputFile(task.file()));
    return deletes.filter(
        builder
            .project(deletes.requiredSchema())
            .idToConstant(
                PartitionUtil.constantsMap(task, IdentityPartitionConverters::convertConstant))
            .build());
  }

  /** The newest schema, and columns that it has dropped: old equality deletes may name them. */
  private static Schema known(Table table) {
    List<NestedField> columns = new ArrayList<>(table.schema().columns());
    Set<Integer> ids = new HashSet<>();
    columns.forEach(column -> ids.add(column.fieldId()));
    for (Schema schema : table.schemas().values()) {
      schema.columns().stream().filter(column -> ids.add(column.fieldId())).forEach(columns::add);
    }
    return new Schema(columns);
  }
}
