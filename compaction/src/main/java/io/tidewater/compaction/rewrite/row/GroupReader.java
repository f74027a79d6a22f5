/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.row;

import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.data.DeleteLoader;
import org.apache.iceberg.data.GenericDeleteFilter;
import org.apache.iceberg.data.IdentityPartitionConverters;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.formats.FormatModelRegistry;
import org.apache.iceberg.formats.ReadBuilder;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.mapping.NameMapping;
import org.apache.iceberg.mapping.NameMappingParser;
import org.apache.iceberg.util.PartitionUtil;
import org.jspecify.annotations.Nullable;

/** Reads whole files as readers see them: deletes applied, in the newest schema. */
final class GroupReader {
  private final FileIO io;
  private final GroupSchema schema;
  private final DeleteLoader deletes;
  private final @Nullable NameMapping names;

  GroupReader(Table table, GroupSchema schema, DeleteLoader deletes) {
    this.io = table.io();
    this.schema = schema;
    this.deletes = deletes;
    String mapping = table.properties().get(TableProperties.DEFAULT_NAME_MAPPING);
    this.names = mapping == null ? null : NameMappingParser.fromJson(mapping);
  }

  /** The rows that are left of a file, each with its position in it. */
  CloseableIterable<Record> read(FileScanTask task) {
    Filter filter = new Filter(io, task, schema, deletes);
    ReadBuilder<Record, ?> builder =
        FormatModelRegistry.readBuilder(
            task.file().format(), Record.class, io.newInputFile(task.file()));
    builder
        .project(filter.requiredSchema())
        .idToConstant(
            PartitionUtil.constantsMap(task, IdentityPartitionConverters::convertConstant));
    if (names != null) {
      builder.withNameMapping(names);
    }
    return filter.filter(builder.build());
  }

  /** Shares what it loads of delete files with the other files of the group. */
  private static final class Filter extends GenericDeleteFilter {
    private final DeleteLoader deletes;

    Filter(FileIO io, FileScanTask task, GroupSchema schema, DeleteLoader deletes) {
      super(io, task, schema.known(), schema.read());
      this.deletes = deletes;
    }

    @Override
    protected DeleteLoader newDeleteLoader() {
      return deletes;
    }
  }
}
