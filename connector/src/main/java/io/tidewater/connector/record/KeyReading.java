/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.record;

import io.tidewater.format.column.KeyType;
import io.tidewater.format.column.MetadataColumn;
import io.tidewater.format.connect.ConnectKeyConverter;
import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.ValueMismatchException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Reads the keys of records into what one table's column of keys holds. For one thread. */
public final class KeyReading {
  private final TopicFormats formats;
  private final KeyType column;
  private final MappingOptions mapping;
  private final PayloadKeys written;
  private @Nullable Schema schema;
  private ConnectKeyConverter converted;

  KeyReading(TopicFormats formats, KeyType column, MappingOptions mapping) {
    this.formats = formats;
    this.column = column;
    this.mapping = mapping;
    this.written = new PayloadKeys(column);
    this.converted = ConnectKeyConverter.compile(null, column, mapping);
  }

  /**
   * A record's key: {@link String} or {@link java.nio.ByteBuffer}, by the rule of {@link
   * MetadataColumn#KEY}.
   *
   * @throws ValueMismatchException if its bytes are malformed, or the column cannot hold it
   */
  public @Nullable Object keyOf(SinkRecord record) {
    PayloadFormat format = formats.keys(record.originalTopic()).orElse(null);
    try {
      return format == null ? convertedKey(record) : writtenKey(format, record.key());
    } catch (ValueMismatchException e) {
      throw e.inField(MetadataColumn.KEY.columnName());
    }
  }

  private @Nullable Object writtenKey(PayloadFormat format, @Nullable Object key) {
    return key == null ? null : written.read(format, RecordBytes.KEY.of(key));
  }

  private @Nullable Object convertedKey(SinkRecord record) {
    if (record.keySchema() != schema) {
      schema = record.keySchema();
      converted = ConnectKeyConverter.compile(schema, column, mapping);
    }
    return converted.convert(record.key());
  }
}
