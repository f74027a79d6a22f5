/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.write;

import io.tidewater.format.column.KeyType;
import io.tidewater.format.column.MetadataColumn;
import io.tidewater.format.column.MetadataColumns;
import io.tidewater.format.connect.ConnectKeyConverter;
import io.tidewater.format.connect.ConnectMapping;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schemaless.SchemalessMapping;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * What the rows of one table are made of: the record's value, by the mapping of its kind, and the
 * chosen metadata columns.
 *
 * @param mapping how values are mapped
 * @param metadata the chosen columns; what the column of keys holds is for the table to say
 */
public record RowShape(MappingOptions mapping, MetadataColumns metadata) {

  /**
   * The type that a table needs to have for a record.
   *
   * @param table the table as it is; an empty schema for one that is to be created
   * @throws io.tidewater.format.schema.UnsupportedSchemaException if no table can hold the record
   */
  public StructType incoming(SinkRecord record, Schema table) {
    StructType value =
        record.valueSchema() == null
            ? new SchemalessMapping(mapping.nameMatching()).incoming(record.value(), table)
            : new ConnectMapping(mapping).incoming(record.valueSchema());
    KeyType key =
        table.findField(MetadataColumn.KEY.columnName()) == null
            ? ConnectKeyConverter.columnFor(record.keySchema(), record.key())
            : keyType(table);
    return metadata.with(key).appendTo(value);
  }

  /** What the column of keys of an existing table holds. */
  static KeyType keyType(Schema table) {
    NestedField key = table.findField(MetadataColumn.KEY.columnName());
    return key != null && key.type().typeId() == TypeID.BINARY ? KeyType.BYTES : KeyType.TEXT;
  }
}
