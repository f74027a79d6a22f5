/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.write;

import io.tidewater.connector.record.KeyReading;
import io.tidewater.connector.record.RecordValue;
import io.tidewater.connector.record.ValueSchema;
import io.tidewater.format.column.KeyType;
import io.tidewater.format.column.MetadataWriter;
import io.tidewater.format.row.RowConverter;
import io.tidewater.format.schema.FieldHistory;
import java.util.IdentityHashMap;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Makes rows of one table schema. What a record's schema means for the table is worked out once for
 * each schema, however those of records alternate. For one thread.
 */
public final class RecordRows {
  /** Converters that make a new schema object for each record must not fill the memory. */
  private static final int SCHEMAS_KEPT = 1_000;

  private final Schema table;
  private final FieldHistory history;
  private final MetadataWriter metadata;
  private final KeyReading keys;
  private final IdentityHashMap<Object, RowConverter> converters = new IdentityHashMap<>();
  private final SinkRecordMetadata source = new SinkRecordMetadata();
  private boolean sawUnknownField;

  public RecordRows(Schema table, FieldHistory history, RowShape shape) {
    this.table = table;
    this.history = history;
    this.metadata = new MetadataWriter(table, shape.metadata());
    this.keys = shape.reading().keysInto(KeyType.of(table));
  }

  /** The schema of the rows. */
  public Schema table() {
    return table;
  }

  /** Whether the schema was met before, so that the table is known to fit it. */
  public boolean knows(ValueSchema schema) {
    return !schema.isDeclared() || converters.containsKey(schema.identity());
  }

  /**
   * A row of a record.
   *
   * @param value the record's value
   * @throws io.tidewater.format.value.ValueMismatchException if a value does not fit its column
   * @throws io.tidewater.format.schema.UnsupportedSchemaException if no table can hold the record
   */
  public GenericRecord rowOf(SinkRecord record, RecordValue value) {
    sawUnknownField = false;
    GenericRecord row = converter(value.schema()).convert(value.content());
    source.read(record, keys.keyOf(record), value.schema().id());
    metadata.write(source, row);
    return row;
  }

  /**
   * Whether the last record, one without a schema, had a field that the table has no column for.
   */
  public boolean sawUnknownField() {
    return sawUnknownField;
  }

  private RowConverter converter(ValueSchema schema) {
    RowConverter converter = converters.get(schema.identity());
    if (converter == null) {
      if (converters.size() == SCHEMAS_KEPT) {
        converters.clear();
      }
      converter = schema.compile(table, history, (parent, name) -> sawUnknownField = true);
      converters.put(schema.identity(), converter);
    }
    return converter;
  }
}
