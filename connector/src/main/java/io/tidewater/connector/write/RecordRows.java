/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.write;

import io.tidewater.format.column.KeyType;
import io.tidewater.format.column.MetadataWriter;
import io.tidewater.format.connect.ConnectKeyConverter;
import io.tidewater.format.connect.ConnectMapping;
import io.tidewater.format.row.RowConverter;
import io.tidewater.format.schemaless.SchemalessMapping;
import java.util.IdentityHashMap;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of one table schema. What a record's schema means for the table is worked out once for
 * each schema object, since converters hand out the same object again and again. For one thread.
 */
public final class RecordRows {
  /** Converters that make a new schema object for each record must not fill the memory. */
  private static final int SCHEMAS_KEPT = 1_000;

  private final Schema table;
  private final RowShape shape;
  private final KeyType keyType;
  private final MetadataWriter metadata;
  private final RowConverter withoutSchema;
  private final IdentityHashMap<org.apache.kafka.connect.data.Schema, RowConverter> withSchema =
      new IdentityHashMap<>();
  private final SinkRecordMetadata source = new SinkRecordMetadata();
  private org.apache.kafka.connect.data.@Nullable Schema keySchema;
  private ConnectKeyConverter keys;
  private boolean sawUnknownField;

  public RecordRows(Schema table, RowShape shape) {
    this.table = table;
    this.shape = shape;
    this.keyType = RowShape.keyType(table);
    this.metadata = new MetadataWriter(table, shape.metadata());
    this.keys = ConnectKeyConverter.compile(null, keyType, shape.mapping());
    this.withoutSchema =
        new SchemalessMapping(shape.mapping().nameMatching())
            .compile(table, (parent, name) -> sawUnknownField = true);
  }

  /** The schema of the rows. */
  public Schema table() {
    return table;
  }

  /** Whether the record's schema was met before, so that the table is known to fit it. */
  public boolean knows(SinkRecord record) {
    return record.valueSchema() == null || withSchema.containsKey(record.valueSchema());
  }

  /**
   * A row of a record.
   *
   * @throws io.tidewater.format.value.ValueMismatchException if a value does not fit its column
   * @throws io.tidewater.format.schema.UnsupportedSchemaException if no table can hold the record
   */
  public GenericRecord rowOf(SinkRecord record) {
    sawUnknownField = false;
    GenericRecord row = converter(record.valueSchema()).convert(record.value());
    source.read(record, keyOf(record));
    metadata.write(source, row);
    return row;
  }

  /**
   * Whether the last record, one without a schema, had a field that the table has no column for.
   */
  public boolean sawUnknownField() {
    return sawUnknownField;
  }

  private RowConverter converter(org.apache.kafka.connect.data.@Nullable Schema schema) {
    if (schema == null) {
      return withoutSchema;
    }
    RowConverter converter = withSchema.get(schema);
    if (converter == null) {
      if (withSchema.size() == SCHEMAS_KEPT) {
        withSchema.clear();
      }
      converter = new ConnectMapping(shape.mapping()).compile(schema, table);
      withSchema.put(schema, converter);
    }
    return converter;
  }

  private @Nullable Object keyOf(SinkRecord record) {
    if (record.keySchema() != keySchema) {
      keySchema = record.keySchema();
      keys = ConnectKeyConverter.compile(keySchema, keyType, shape.mapping());
    }
    return keys.convert(record.key());
  }
}
