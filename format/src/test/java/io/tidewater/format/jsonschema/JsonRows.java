/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.row.RowBuilder;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.MappingOptions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;

/** Rows of a table, from the bytes of one JSON Schema. */
final class JsonRows {
  static final int ID = 7;

  private final ValueReader reader;
  private final RowBuilder rows;

  JsonRows(JsonSchemaWriterSchema writer, Schema table) {
    rows = new RowBuilder(table);
    reader =
        writer.compile(
            Alignment.of(
                writer.incoming(),
                table,
                FieldHistory.EMPTY,
                MappingOptions.DEFAULTS.nameMatching()),
            rows);
  }

  /** Rows of a table that was made for the schema, with every column optional or not as it says. */
  static JsonRows of(JsonSchemaWriterSchema writer) {
    return new JsonRows(writer, new Schema(writer.incoming().type().fields()));
  }

  static JsonSchemaWriterSchema writer(String schema) {
    return writer(schema, MappingOptions.DEFAULTS);
  }

  static JsonSchemaWriterSchema writer(String schema, MappingOptions options) {
    return writer(schema, Map.of(), options);
  }

  static JsonSchemaWriterSchema writer(
      String schema, Map<String, String> references, MappingOptions options) {
    return new JsonSchemaWriterSchema(
        new RegisteredSchema(ID, SchemaKind.JSON, quoted(schema), references), options);
  }

  GenericRecord row(String json) {
    return read(quoted(json).getBytes(StandardCharsets.UTF_8));
  }

  GenericRecord read(byte[] payload) {
    rows.begin();
    reader.read(ByteBuffer.wrap(payload));
    return rows.finish();
  }

  /** JSON with single quotes for double ones, which Java makes hard to read. */
  static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
