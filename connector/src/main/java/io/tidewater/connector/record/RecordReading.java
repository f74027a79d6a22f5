/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.record;

import io.tidewater.format.column.KeyType;
import io.tidewater.format.connect.ConnectKeyConverter;
import io.tidewater.format.json.JsonValues;
import io.tidewater.format.payload.ConfluentFrame;
import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.ValueMismatchException;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import org.apache.kafka.connect.sink.SinkRecord;

/** Finds what the records of a task are. For one thread. */
public final class RecordReading {
  private final TopicFormats formats;
  private final MappingOptions mapping;
  private final ValueSchema none;

  public RecordReading(TopicFormats formats, MappingOptions mapping) {
    this.formats = formats;
    this.mapping = mapping;
    this.none = new NoSchema(mapping);
  }

  /** How values are mapped to columns. */
  public MappingOptions mapping() {
    return mapping;
  }

  /**
   * A record's value and its schema.
   *
   * @throws io.tidewater.format.value.ValueMismatchException if its bytes are not framed as they
   *     should be
   * @throws io.tidewater.format.registry.UnknownSchemaException if there is no such schema
   * @throws io.tidewater.format.registry.RegistryUnavailableException nobody knows at the moment
   * @throws org.apache.kafka.connect.errors.ConnectException the converter gives no bytes
   */
  public RecordValue valueOf(SinkRecord record) {
    String topic = record.originalTopic();
    Object value = record.value();
    PayloadFormat format = formats.values(topic).orElse(null);
    if (format == null && record.valueSchema() != null) {
      return new RecordValue(new ConnectSchema(record.valueSchema(), mapping), value);
    }
    if (format == null || value == null) {
      return new RecordValue(none, value);
    }
    ByteBuffer payload = RecordBytes.VALUE.of(value);
    return formats.hasJsonValues(topic)
        ? new RecordValue(none, JsonValues.parse(payload))
        : new RecordValue(new WrittenSchema(format.writerOf(payload), mapping), payload);
  }

  /** The id of the schema that a value says it was written with, whether there is one or not. */
  public OptionalInt schemaIdOf(SinkRecord record) {
    if (record.value() == null || !formats.hasSchemaIds(record.originalTopic())) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(ConfluentFrame.takeId(RecordBytes.VALUE.of(record.value())));
    } catch (ValueMismatchException e) {
      return OptionalInt.empty();
    }
  }

  /**
   * The full name of the type of a record's value, found as {@link #valueOf} does; may be empty.
   */
  public String typeOf(SinkRecord record) {
    return valueOf(record).schema().typeName();
  }

  /** What the column of keys of a new table should hold, as a record with such a key tells. */
  public KeyType keyColumnFor(SinkRecord record) {
    PayloadFormat format = formats.keys(record.originalTopic()).orElse(null);
    if (format == null) {
      return ConnectKeyConverter.columnFor(record.keySchema(), record.key());
    }
    return record.key() == null || formats.hasJsonKeys(record.originalTopic())
        ? KeyType.TEXT
        : PayloadKeys.columnFor(format.writerOf(RecordBytes.KEY.of(record.key())));
  }

  /** Reads keys into a column of a type. */
  public KeyReading keysInto(KeyType column) {
    return new KeyReading(formats, column, mapping);
  }
}
