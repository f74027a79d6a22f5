/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.record;

import io.tidewater.format.connect.ConnectMapping;
import io.tidewater.format.row.RowConverter;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schemaless.UnknownFields;
import java.util.OptionalInt;
import org.apache.iceberg.Schema;
import org.jspecify.annotations.Nullable;

/** A schema that Connect's converter gave: converters hand out the same object again and again. */
record ConnectSchema(org.apache.kafka.connect.data.Schema schema, MappingOptions mapping)
    implements ValueSchema {
  @Override
  public Object identity() {
    return schema;
  }

  @Override
  public OptionalInt id() {
    return OptionalInt.empty();
  }

  @Override
  public String typeName() {
    return schema.name() == null ? "" : schema.name();
  }

  @Override
  public boolean isDeclared() {
    return true;
  }

  @Override
  public Incoming incoming(@Nullable Object value, Schema table, FieldHistory history) {
    return new ConnectMapping(mapping).incoming(schema);
  }

  @Override
  public RowConverter compile(Schema table, FieldHistory history, UnknownFields unknownFields) {
    return new ConnectMapping(mapping).compile(schema, table, history);
  }
}
