/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.row.RowBuilder;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.MappingOptions;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Rows of a table, from the bytes of one Avro schema. */
final class AvroRows {
  static final int ID = 7;

  private final Schema schema;
  private final ValueReader reader;
  private final RowBuilder rows;

  AvroRows(Schema schema, org.apache.iceberg.Schema table, MappingOptions options) {
    this.schema = schema;
    AvroWriterSchema writer = writer(schema, options);
    rows = new RowBuilder(table);
    reader = writer.compile(alignment(writer, table, options), rows);
  }

  static Alignment alignment(
      AvroWriterSchema writer, org.apache.iceberg.Schema table, MappingOptions options) {
    return Alignment.of(writer.incoming(), table, FieldHistory.EMPTY, options.naming());
  }

  static AvroWriterSchema writer(Schema schema, MappingOptions options) {
    return writer(schema.toString(), options);
  }

  static AvroWriterSchema writer(String schema, MappingOptions options) {
    return new AvroWriterSchema(
        new RegisteredSchema(ID, SchemaKind.AVRO, schema, Map.of()), options);
  }

  GenericRecord row(@Nullable Object value) {
    return read(AvroBytes.write(schema, value));
  }

  GenericRecord read(byte[] payload) {
    return read(ByteBuffer.wrap(payload));
  }

  GenericRecord read(ByteBuffer payload) {
    rows.begin();
    reader.read(payload);
    return rows.finish();
  }
}
