/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.write;

import io.tidewater.connector.record.RecordReading;
import io.tidewater.connector.record.RecordValue;
import io.tidewater.format.column.KeyType;
import io.tidewater.format.column.MetadataColumn;
import io.tidewater.format.column.MetadataColumns;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.MappingOptions;
import org.apache.iceberg.Schema;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * What the rows of one table are made of: the record's value, by the mapping of its kind, and the
 * chosen metadata columns.
 *
 * @param reading how records are read
 * @param metadata the chosen columns; what the column of keys holds is for the table to say
 */
public record RowShape(RecordReading reading, MetadataColumns metadata) {

  /**
   * What a table needs to have for a record.
   *
   * @param value the record's value
   * @param table the table as it is; an empty schema for one that is to be created
   * @param history what the table remembers
   * @throws io.tidewater.format.schema.UnsupportedSchemaException if no table can hold the record
   */
  public Incoming incoming(
      SinkRecord record, RecordValue value, Schema table, FieldHistory history) {
    Incoming incoming = value.schema().incoming(value.content(), table, history);
    KeyType key =
        table.findField(MetadataColumn.KEY.columnName()) == null
            ? reading.keyColumnFor(record)
            : KeyType.of(table);
    return incoming.with(metadata.with(key).appendTo(incoming.type()));
  }

  /** How values are mapped to columns. */
  public MappingOptions mapping() {
    return reading.mapping();
  }
}
