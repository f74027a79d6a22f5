/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.data.IdentityPartitionConverters;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.formats.FormatModelRegistry;
import org.apache.iceberg.formats.ReadBuilder;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.mapping.NameMapping;
import org.apache.iceberg.mapping.NameMappingParser;
import org.apache.iceberg.types.Type;

/** Reads some columns of data files, all rows of them, whether deletes hide them or not. */
final class ColumnValues {
  private final Table table;
  private final Schema columns;
  private final Optional<NameMapping> names;

  ColumnValues(Table table, Schema columns) {
    this.table = table;
    this.columns = columns;
    this.names =
        Optional.ofNullable(table.properties().get(TableProperties.DEFAULT_NAME_MAPPING))
            .map(NameMappingParser::fromJson);
  }

  /** How many bytes the columns take of a file, as far as its metrics tell. */
  long bytes(DataFile file) {
    Map<Integer, Long> sizes = file.columnSizes();
    if (sizes == null || sizes.isEmpty()) {
      return file.fileSizeInBytes();
    }
    return columns.columns().stream()
        .mapToLong(column -> sizes.getOrDefault(column.fieldId(), 0L))
        .sum();
  }

  /** Visits the rows of a file; what is visited is only valid while it is. */
  void visit(DataFile file, Consumer<StructLike> visitor) {
    ReadBuilder<Record, Object> builder =
        FormatModelRegistry.readBuilder(file.format(), Record.class, table.io().newInputFile(file));
    builder.project(columns).reuseContainers().idToConstant(constants(file));
    names.ifPresent(builder::withNameMapping);
    InternalRecordWrapper row = new InternalRecordWrapper(columns.asStruct());
    try (CloseableIterable<Record> rows = builder.build()) {
      rows.forEach(each -> visitor.accept(row.wrap(each)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files that were migrated from Hive hold identity partitions only in their names. */
  private Map<Integer, Object> constants(DataFile file) {
    PartitionSpec spec = Objects.requireNonNull(table.specs().get(file.specId()), "spec");
    Map<Integer, Object> constants = new HashMap<>();
    for (int i = 0; i < spec.fields().size(); i++) {
      PartitionField field = spec.fields().get(i);
      if (field.transform().isIdentity()) {
        Type type = spec.partitionType().fields().get(i).type();
        constants.put(
            field.sourceId(),
            IdentityPartitionConverters.convertConstant(
                type, file.partition().get(i, Object.class)));
      }
    }
    return constants;
  }
}
