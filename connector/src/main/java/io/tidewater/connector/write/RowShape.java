/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.write;

import io.tidewater.format.column.KeyType;
import io.tidewater.format.column.MetadataColumn;
import io.tidewater.format.column.MetadataColumns;
import io.tidewater.format.connect.ConnectMapping;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schemaless.SchemalessMapping;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * What the rows of one table are made of: the record's value by the mapping of its kind, and the
 * chosen metadata columns. Immutable.
 */
public final class RowShape {
  private final ConnectMapping withSchema;
  private final SchemalessMapping withoutSchema;
  private final MetadataColumns columns;

  public RowShape(MappingOptions mapping, MetadataColumns columns) {
    this.withSchema = new ConnectMapping(mapping);
    this.withoutSchema = new SchemalessMapping(mapping.nameMatching());
    this.columns = columns;
  }

  /**
   * The type that a table needs for a record.
   *
   * @param table the table as it is, an empty schema for one that is to be created
   * @throws io.tidewater.format.schema.UnsupportedSchemaException if no table can hold it
   */
  public StructType incoming(SinkRecord record, Schema table) {
    StructType value =
        record.valueSchema() == null
            ? withoutSchema.incoming(record.value(), table)
            : withSchema.incoming(record.valueSchema());
    return columns(record, table).appendTo(value);
  }

  MetadataColumns columns(SinkRecord record, Schema table) {
    NestedField key = table.findField(MetadataColumn.KEY.columnName());
    boolean bytes =
        key == null
            ? ConnectKey.isBytes(record)
            : key.type().typeId() == TypeID.BINARY;
    return columns.with(bytes ? KeyType.BYTES : KeyType.TEXT);
  }

  ConnectMapping withSchema() {
    return withSchema;
  }

  SchemalessMapping withoutSchema() {
    return withoutSchema;
  }
}
