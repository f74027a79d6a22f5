/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.column;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.apache.iceberg.util.DateTimeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Sets the metadata columns of rows. Resolved once per table schema; columns that the table does
 * not have are passed over. Not for use by several threads at once.
 */
public final class MetadataWriter {
  private static final int ABSENT = -1;

  private final int topic;
  private final int partition;
  private final int offset;
  private final int timestamp;
  private final int key;
  private final int headers;
  private final int schemaId;
  private final int deleted;
  private final @Nullable GenericRecord emptyHeader;

  /** A writer of the chosen columns, as far as the table has them. */
  public MetadataWriter(Schema table, MetadataColumns columns) {
    this.topic = position(table, columns, MetadataColumn.TOPIC);
    this.partition = position(table, columns, MetadataColumn.PARTITION);
    this.offset = position(table, columns, MetadataColumn.OFFSET);
    this.timestamp = position(table, columns, MetadataColumn.TIMESTAMP);
    this.key = position(table, columns, MetadataColumn.KEY);
    this.headers = position(table, columns, MetadataColumn.HEADERS);
    this.schemaId = position(table, columns, MetadataColumn.SCHEMA_ID);
    this.deleted = position(table, columns, MetadataColumn.DELETED);
    this.emptyHeader = headers == ABSENT ? null : emptyHeader(table.columns().get(headers));
  }

  /** Sets the metadata columns of a row of the table. */
  public void write(RecordMetadata metadata, GenericRecord row) {
    set(row, topic, metadata.topic());
    set(row, partition, metadata.partition());
    set(row, offset, metadata.offset());
    if (timestamp != ABSENT && metadata.timestamp() >= 0) {
      row.set(timestamp, DateTimeUtil.timestamptzFromMillis(metadata.timestamp()));
    }
    if (key != ABSENT) {
      row.set(key, metadata.key());
    }
    if (schemaId != ABSENT) {
      row.set(schemaId, metadata.schemaId());
    }
    if (deleted != ABSENT) {
      row.set(deleted, metadata.deleted());
    }
    if (emptyHeader != null) {
      row.set(headers, headers(emptyHeader, metadata.headers()));
    }
  }

  private static void set(GenericRecord row, int position, Object value) {
    if (position != ABSENT) {
      row.set(position, value);
    }
  }

  private static List<GenericRecord> headers(GenericRecord empty, List<RecordHeader> headers) {
    List<GenericRecord> list = new ArrayList<>(headers.size());
    for (RecordHeader header : headers) {
      GenericRecord struct = empty.copy();
      struct.set(0, header.key());
      struct.set(1, header.value());
      list.add(struct);
    }
    return list;
  }

  private static int position(Schema table, MetadataColumns columns, MetadataColumn column) {
    NestedField field = table.asStruct().field(column.columnName());
    return field == null || !columns.chosen().contains(column)
        ? ABSENT
        : table.columns().indexOf(field);
  }

  private static GenericRecord emptyHeader(NestedField column) {
    StructType header = column.type().asListType().elementType().asStructType();
    return GenericRecord.create(header);
  }
}
