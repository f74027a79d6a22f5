/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.record;

import io.tidewater.format.column.KeyType;
import io.tidewater.format.column.MetadataColumn;
import io.tidewater.format.connect.ConnectKeyConverter;
import io.tidewater.format.json.JsonValues;
import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.ValueMismatchException;
import java.nio.ByteBuffer;
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
      if (format == null) {
        return keyOf(record.keySchema(), record.key());
      }
      return record.key() == null ? null : writtenKey(record, format, record.key());
    } catch (ValueMismatchException e) {
      throw e.inField(MetadataColumn.KEY.columnName());
    }
  }

  private @Nullable Object writtenKey(SinkRecord record, PayloadFormat format, Object key) {
    ByteBuffer bytes = RecordBytes.KEY.of(key);
    return formats.hasJsonKeys(record.originalTopic())
        ? keyOf(null, JsonValues.parse(bytes))
        : written.read(format, bytes);
  }

  private @Nullable Object keyOf(@Nullable Schema keySchema, @Nullable Object key) {
    if (keySchema != schema) {
      schema = keySchema;
      converted = ConnectKeyConverter.compile(schema, column, mapping);
    }
    return converted.convert(key);
  }
}
