/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.write;

import io.tidewater.format.column.RecordHeader;
import io.tidewater.format.column.RecordMetadata;
import io.tidewater.format.connect.ConnectHeaders;
import java.util.List;
import java.util.OptionalInt;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** What Kafka says of a record: its original coordinates, whatever transforms made of them. */
final class SinkRecordMetadata implements RecordMetadata {
  private static final long NO_TIMESTAMP = -1;

  private String topic = "";
  private int partition;
  private long offset;
  private long timestamp;
  private @Nullable Object key;
  private boolean deleted;
  private List<RecordHeader> headers = List.of();
  private @Nullable Integer schemaId;

  /** Turns to another record, whose key has been converted. */
  void read(SinkRecord record, @Nullable Object convertedKey, OptionalInt idOfSchema) {
    topic = record.originalTopic();
    partition = record.originalKafkaPartition();
    offset = record.originalKafkaOffset();
    timestamp = record.timestamp() == null ? NO_TIMESTAMP : record.timestamp();
    key = convertedKey;
    deleted = record.value() == null;
    schemaId = idOfSchema.isPresent() ? idOfSchema.getAsInt() : null;
    headers = ConnectHeaders.list(record.headers());
  }

  @Override
  public String topic() {
    return topic;
  }

  @Override
  public int partition() {
    return partition;
  }

  @Override
  public long offset() {
    return offset;
  }

  @Override
  public long timestamp() {
    return timestamp;
  }

  @Override
  public @Nullable Object key() {
    return key;
  }

  @Override
  public boolean deleted() {
    return deleted;
  }

  @Override
  public List<RecordHeader> headers() {
    return headers;
  }

  @Override
  public @Nullable Integer schemaId() {
    return schemaId;
  }
}
