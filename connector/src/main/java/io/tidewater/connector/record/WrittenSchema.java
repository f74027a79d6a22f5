/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.record;

import io.tidewater.format.payload.PayloadRowConverter;
import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.row.RowConverter;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schemaless.UnknownFields;
import java.util.OptionalInt;
import org.apache.iceberg.Schema;
import org.jspecify.annotations.Nullable;

/** The schema that a value's bytes were written with. */
record WrittenSchema(WriterSchema writer, MappingOptions mapping) implements ValueSchema {
  @Override
  public Object identity() {
    return writer;
  }

  @Override
  public OptionalInt id() {
    return writer.incoming().schemaId();
  }

  @Override
  public String typeName() {
    return writer.incoming().recordName();
  }

  @Override
  public boolean isDeclared() {
    return true;
  }

  @Override
  public Incoming incoming(@Nullable Object value, Schema table, FieldHistory history) {
    return writer.incoming();
  }

  @Override
  public RowConverter compile(Schema table, FieldHistory history, UnknownFields unknownFields) {
    return PayloadRowConverter.compile(
        writer, Alignment.of(writer.incoming(), table, history, mapping.naming()), table);
  }
}
