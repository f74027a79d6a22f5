/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.Schema;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the new files: those of the table that some input has. A column that none has
 * stays away, and readers go on to find nothing or its default.
 *
 * @param schema with the columns of row lineage, if the table keeps it
 * @param type the same as Parquet has it
 */
record Layout(Schema schema, MessageType type) {
  /**
   * Lays out.
   *
   * @param lineage whether the table keeps row lineage
   * @throws NotColumnarException an input cannot be told by field ids
   */
  static Layout of(Schema table, boolean lineage, List<Input> inputs) {
    Set<Integer> leaves = new HashSet<>();
    Set<Integer> all = new HashSet<>();
    for (Input input : inputs) {
      MessageType file = input.footer().getFileMetaData().getSchema();
      if (!ParquetSchemaUtil.hasIds(file)) {
        throw new NotColumnarException("file " + input.file().location() + " has no field ids");
      }
      collect(file, leaves, all);
    }
    Set<Integer> known = TypeUtil.indexById(table.asStruct()).keySet();
    leaves.retainAll(known);
    all.retainAll(known);
    Schema stored = TypeUtil.project(table, leaves);
    all.removeAll(TypeUtil.indexById(stored.asStruct()).keySet());
    for (int id : all) {
      throw new NotColumnarException(
          "column " + table.findColumnName(id) + " has nothing inside that files store");
    }
    Schema schema = lineage ? MetadataColumns.schemaWithRowLineage(stored) : stored;
    return new Layout(schema, ParquetSchemaUtil.convert(schema, "table"));
  }

  /** Where an input's values for the columns are, in their order. */
  List<ColumnSource> sources(Input input) {
    Map<List<String>, ColumnDescriptor> matches =
        ColumnMatch.of(type, input.footer().getFileMetaData().getSchema());
    List<ColumnSource> sources = new ArrayList<>();
    for (ColumnDescriptor column : type.getColumns()) {
      ColumnDescriptor source = matches.get(List.of(column.getPath()));
      sources.add(new ColumnSource(column, source, fill(column, source, input)));
    }
    return sources;
  }

  private Fill fill(ColumnDescriptor column, @Nullable ColumnDescriptor source, Input input) {
    Type field = type.getType(column.getPath()[0]);
    int id = field.getId().intValue();
    Long firstRowId = input.file().firstRowId();
    Long sequenceNumber = input.file().dataSequenceNumber();
    if (id == MetadataColumns.ROW_ID.fieldId()) {
      return firstRowId == null ? new Fill.Nothing() : new Fill.Position(firstRowId);
    }
    if (id == MetadataColumns.LAST_UPDATED_SEQUENCE_NUMBER.fieldId()) {
      return firstRowId == null || sequenceNumber == null
          ? new Fill.Nothing()
          : new Fill.Constant(sequenceNumber);
    }
    if (source == null) {
      NestedField definition = schema.findField(id);
      if (definition.isRequired() || definition.initialDefault() != null) {
        throw new NotColumnarException(
            "column " + definition.name() + " has a default that some files do not store");
      }
    }
    return new Fill.Nothing();
  }

  private static void collect(GroupType group, Set<Integer> leaves, Set<Integer> all) {
    for (Type field : group.getFields()) {
      if (field.getId() != null) {
        all.add(field.getId().intValue());
        if (field.isPrimitive() || isVariant(field.asGroupType())) {
          leaves.add(field.getId().intValue());
        }
      }
      if (!field.isPrimitive()) {
        collect(field.asGroupType(), leaves, all);
      }
    }
  }

  private static boolean isVariant(GroupType group) {
    return group.getFields().stream().noneMatch(child -> child.getId() != null)
        && group.containsField("metadata")
        && group.containsField("value");
  }
}
