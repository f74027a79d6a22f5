/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.record;

import io.tidewater.format.row.RowConverter;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schemaless.UnknownFields;
import java.util.OptionalInt;
import org.apache.iceberg.Schema;
import org.jspecify.annotations.Nullable;

/** What values of records have in common: their schema, or that they have none. */
public sealed interface ValueSchema permits ConnectSchema, NoSchema, WrittenSchema {
  /** The same object for the same schema, another for another. */
  Object identity();

  /** The schema's id in the registry, where it is from one. */
  OptionalInt id();

  /** The full name of the values' type; empty where it has none. */
  String typeName();

  /** Whether the schema tells what the values need of a table; else only a value does. */
  boolean isDeclared();

  /**
   * What a table needs to have for a value.
   *
   * @param table the table as it is; an empty schema for one that is to be created
   * @param history what the table remembers
   * @throws io.tidewater.format.schema.UnsupportedSchemaException if no table can hold the value
   */
  Incoming incoming(@Nullable Object value, Schema table, FieldHistory history);

  /**
   * Resolves the schema against a table's.
   *
   * @param unknownFields told of fields without a column, where only a value knows them
   * @throws io.tidewater.format.schema.UnsupportedSchemaException if no table can hold the values
   */
  RowConverter compile(Schema table, FieldHistory history, UnknownFields unknownFields);
}
