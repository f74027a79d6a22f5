/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import io.tidewater.format.row.RowBuilder;
import io.tidewater.format.row.RowConverter;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Naming;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Converts values without a schema; made by {@link SchemalessMapping#compile}. */
public final class SchemalessRowConverter implements RowConverter {
  private final RowBuilder rows;
  private final StructReader record;

  SchemalessRowConverter(
      Schema table, FieldHistory history, Naming naming, UnknownFields unknownFields) {
    this.rows = new RowBuilder(table);
    this.record =
        new ReaderCompiler(naming, history, unknownFields).struct(table.asStruct(), "", rows);
  }

  @Override
  public GenericRecord convert(@Nullable Object value) {
    rows.begin();
    if (value == null) {
      record.read(Map.of());
    } else if (SchemalessMapping.isRecord(value)) {
      record.read(value);
    } else {
      record.readSingle(SchemalessMapping.VALUE_COLUMN, value);
    }
    return rows.finish();
  }
}
