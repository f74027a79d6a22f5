/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rows;

import org.apache.iceberg.ContentFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.data.IdentityPartitionConverters;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.formats.FormatModelRegistry;
import org.apache.iceberg.formats.ReadBuilder;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.mapping.NameMappingParser;
import org.apache.iceberg.util.PartitionUtil;

/** Reads the rows of single data files. Thread-safe as long as nobody refreshes the table. */
public final class RowReader {
  private final Table table;

  public RowReader(Table table) {
    this.table = table;
  }

  /** All rows that are in the file, deleted or not. */
  public CloseableIterable<Record> all(FileScanTask task, Schema projection) {
    ReadBuilder<Record, Schema> builder = open(task.file(), projection);
    return builder
        .idToConstant(
            PartitionUtil.constantsMap(task, IdentityPartitionConverters::convertConstant))
        .build();
  }

  /** All rows of a file of which no column is told by its partition, such as one of deletes. */
  public CloseableIterable<Record> all(ContentFile<?> file, Schema projection) {
    return open(file, projection).build();
  }

  private ReadBuilder<Record, Schema> open(ContentFile<?> file, Schema projection) {
    ReadBuilder<Record, Schema> builder =
        FormatModelRegistry.<Record, Schema>readBuilder(
                file.format(), Record.class, table.io().newInputFile(file.location()))
            .project(projection);
    String mapping = table.properties().get(TableProperties.DEFAULT_NAME_MAPPING);
    return mapping == null ? builder : builder.withNameMapping(NameMappingParser.fromJson(mapping));
  }
}
