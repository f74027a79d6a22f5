/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.record;

import io.tidewater.format.row.RowConverter;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schemaless.SchemalessMapping;
import io.tidewater.format.schemaless.UnknownFields;
import java.util.OptionalInt;
import org.apache.iceberg.Schema;
import org.jspecify.annotations.Nullable;

/** Values that come without a schema; a null value is one of them. */
record NoSchema(MappingOptions mapping) implements ValueSchema {
  @Override
  public Object identity() {
    return NoSchema.class;
  }

  @Override
  public OptionalInt id() {
    return OptionalInt.empty();
  }

  @Override
  public String typeName() {
    return "";
  }

  @Override
  public boolean isDeclared() {
    return false;
  }

  @Override
  public Incoming incoming(@Nullable Object value, Schema table, FieldHistory history) {
    return new SchemalessMapping(mapping.naming()).incoming(value, table, history);
  }

  @Override
  public RowConverter compile(Schema table, FieldHistory history, UnknownFields unknownFields) {
    return new SchemalessMapping(mapping.naming()).compile(table, history, unknownFields);
  }
}
