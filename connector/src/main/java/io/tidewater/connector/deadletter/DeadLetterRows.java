/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.deadletter;

import io.tidewater.format.deadletter.DeadLetterColumn;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.util.DateTimeUtil;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of dead letters.
 *
 * @param connector the name of the connector
 * @param clock the wall clock, in epoch milliseconds
 */
public record DeadLetterRows(String connector, LongSupplier clock) {

  /** A row of a dead-letter table, whose schema may have more columns than this version knows. */
  GenericRecord rowOf(DeadLetter letter, Schema table) {
    SinkRecord record = letter.record();
    GenericRecord row = GenericRecord.create(table);
    set(row, DeadLetterColumn.TOPIC, record.originalTopic());
    set(row, DeadLetterColumn.PARTITION, record.originalKafkaPartition());
    set(row, DeadLetterColumn.OFFSET, record.originalKafkaOffset());
    Long timestamp = record.timestamp();
    if (timestamp != null && timestamp >= 0) {
      set(row, DeadLetterColumn.TIMESTAMP, DateTimeUtil.timestamptzFromMillis(timestamp));
    }
    Payload key = Payload.of(record.keySchema(), record.key());
    if (key != null) {
      set(row, DeadLetterColumn.KEY, key.bytes());
      set(row, DeadLetterColumn.KEY_ENCODING, key.encoding().columnValue());
    }
    Payload value = Payload.of(record.valueSchema(), record.value());
    if (value != null) {
      set(row, DeadLetterColumn.VALUE, value.bytes());
      set(row, DeadLetterColumn.VALUE_ENCODING, value.encoding().columnValue());
    }
    setHeaders(row, record);
    set(row, DeadLetterColumn.SCHEMA_ID, letter.misfit().schemaId());
    set(row, DeadLetterColumn.CAUSE, letter.misfit().reason());
    set(row, DeadLetterColumn.CAUSE_TYPE, letter.misfit().type().columnValue());
    set(
        row,
        DeadLetterColumn.REJECTED_AT,
        Instant.ofEpochMilli(clock.getAsLong()).atOffset(ZoneOffset.UTC));
    set(row, DeadLetterColumn.CONNECTOR, connector);
    return row;
  }

  private static void setHeaders(GenericRecord row, SinkRecord record) {
    NestedField column = row.struct().field(DeadLetterColumn.HEADERS.columnName());
    if (column == null) {
      return;
    }
    GenericRecord empty =
        GenericRecord.create(column.type().asListType().elementType().asStructType());
    List<GenericRecord> headers = new ArrayList<>();
    for (Header header : record.headers()) {
      Payload value = Payload.of(header.schema(), header.value());
      ByteBuffer bytes = value == null ? null : value.bytes();
      GenericRecord struct = empty.copy();
      struct.set(0, header.key());
      struct.set(1, bytes);
      headers.add(struct);
    }
    row.setField(column.name(), headers);
  }

  private static void set(GenericRecord row, DeadLetterColumn column, @Nullable Object value) {
    if (row.struct().field(column.columnName()) != null) {
      row.setField(column.columnName(), value);
    }
  }
}
