/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.redrive;

import io.tidewater.format.deadletter.DeadLetterColumn;
import io.tidewater.format.deadletter.JsonPayload;
import io.tidewater.format.deadletter.PayloadEncoding;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.schema.NameMatching;
import io.tidewater.format.value.ValueMismatchException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.data.Record;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** A dead letter as its table keeps it. */
record StoredLetter(SourcePartition source, long offset, Record row) {

  static StoredLetter of(Record row) {
    Object topic = row.getField(DeadLetterColumn.TOPIC.columnName());
    Object partition = row.getField(DeadLetterColumn.PARTITION.columnName());
    Object offset = row.getField(DeadLetterColumn.OFFSET.columnName());
    if (topic == null || !(partition instanceof Integer number) || !(offset instanceof Long at)) {
      throw new RedriveFailedException("a dead letter does not tell where it came from: " + row);
    }
    return new StoredLetter(new SourcePartition(topic.toString(), number), at, row);
  }

  /** The size of the payload in bytes. */
  long bytes() {
    ByteBuffer value = bytes(DeadLetterColumn.VALUE);
    return value == null ? 0 : value.remaining();
  }

  boolean isTombstone() {
    return bytes(DeadLetterColumn.VALUE) == null;
  }

  /**
   * The record as the sink had it, as far as it was kept.
   *
   * @param table the schema of the table that it is for
   * @throws ValueMismatchException it was not kept well enough
   */
  SinkRecord toRecord(org.apache.iceberg.Schema table, NameMatching nameMatching) {
    Schema keySchema = null;
    Object key = null;
    ByteBuffer keyBytes = bytes(DeadLetterColumn.KEY);
    if (keyBytes != null) {
      boolean isBytes = encoding(DeadLetterColumn.KEY_ENCODING) == PayloadEncoding.BYTES;
      // The column of keys holds a key's JSON as text, so that text is as good as the key.
      keySchema = isBytes ? Schema.OPTIONAL_BYTES_SCHEMA : Schema.OPTIONAL_STRING_SCHEMA;
      key = isBytes ? array(keyBytes) : text(keyBytes);
    }
    Schema valueSchema = null;
    Object value = null;
    ByteBuffer payload = bytes(DeadLetterColumn.VALUE);
    if (payload != null) {
      PayloadEncoding encoding = encoding(DeadLetterColumn.VALUE_ENCODING);
      switch (encoding) {
        case BYTES -> {
          valueSchema = Schema.OPTIONAL_BYTES_SCHEMA;
          value = array(payload);
        }
        case TEXT -> {
          valueSchema = Schema.OPTIONAL_STRING_SCHEMA;
          value = text(payload);
        }
        case JSON, TYPED_JSON ->
            value = new JsonPayload(table, nameMatching, encoding).read(payload);
        case PRINTED ->
            throw new ValueMismatchException(
                "a payload", "only how it was printed: produce the record anew");
      }
    }
    return new SinkRecord(
        source.topic(),
        source.partition(),
        keySchema,
        key,
        valueSchema,
        value,
        offset,
        timestamp(),
        TimestampType.CREATE_TIME,
        headers());
  }

  private PayloadEncoding encoding(DeadLetterColumn column) {
    String name = String.valueOf(row.getField(column.columnName()));
    return PayloadEncoding.of(name)
        .orElseThrow(() -> new ValueMismatchException("an encoding that this version knows", name));
  }

  private @Nullable Long timestamp() {
    return row.getField(DeadLetterColumn.TIMESTAMP.columnName()) instanceof OffsetDateTime time
        ? time.toInstant().toEpochMilli()
        : null;
  }

  private ConnectHeaders headers() {
    ConnectHeaders headers = new ConnectHeaders();
    if (row.getField(DeadLetterColumn.HEADERS.columnName()) instanceof List<?> list) {
      for (Object header : list) {
        StructLike struct = (StructLike) header;
        ByteBuffer value = struct.get(1, ByteBuffer.class);
        String name = String.valueOf(struct.get(0, String.class));
        headers.add(name, value == null ? null : array(value), Schema.OPTIONAL_BYTES_SCHEMA);
      }
    }
    return headers;
  }

  private @Nullable ByteBuffer bytes(DeadLetterColumn column) {
    return row.getField(column.columnName()) instanceof ByteBuffer bytes ? bytes.duplicate() : null;
  }

  private static byte[] array(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private static String text(ByteBuffer buffer) {
    return StandardCharsets.UTF_8.decode(buffer.duplicate()).toString();
  }
}
