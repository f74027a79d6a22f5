/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.Naming;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Maps values without a schema to tables. The entries of a map with string keys are columns; any
 * other value is in a column {@value #VALUE_COLUMN} of its own. Immutable.
 */
public final class SchemalessMapping {
  /** The column of values that are no records. */
  public static final String VALUE_COLUMN = "value";

  private final Naming naming;

  public SchemalessMapping(Naming naming) {
    this.naming = Objects.requireNonNull(naming, "naming");
  }

  /**
   * What a value needs of a table.
   *
   * <p>Whole numbers are {@code long}, others {@code double}, maps are structs, a list's elements
   * have the one type that holds them all. But where the table has a column that holds the value as
   * it is, that column's type is the answer, so that a 5 does not widen an {@code int}. A field
   * that is null, or an empty map or list, has no type: it is not in the answer.
   *
   * @param table the schema of the table as it is; an empty one for a new table
   * @param history what the table remembers
   * @throws io.tidewater.format.schema.UnsupportedSchemaException if no table can hold the value:
   *     nested too deep, a class that is no data, a field without a name
   */
  public Incoming incoming(@Nullable Object value, Schema table, FieldHistory history) {
    return Incoming.of(
        value == null
            ? StructType.of()
            : type(value, table, new Inference(naming, table, history)));
  }

  private static StructType type(Object value, Schema table, Inference inference) {
    StructType columns = table.asStruct();
    if (isRecord(value)) {
      return inference.struct((Map<?, ?>) value, columns);
    }
    NestedField column = inference.column(columns, VALUE_COLUMN, value);
    Type type = inference.type(value, column == null ? null : column.type(), VALUE_COLUMN);
    if (type == null) {
      return StructType.of();
    }
    boolean optional = column == null || column.isOptional();
    return StructType.of(Inference.field(inference.nextId(), optional, VALUE_COLUMN, type));
  }

  /**
   * A converter of values without a schema for a table.
   *
   * @param unknownFields told, while a value is converted, of each field that holds something and
   *     has no column; ignore it, or evolve the table and convert the value again
   */
  public SchemalessRowConverter compile(
      Schema table, FieldHistory history, UnknownFields unknownFields) {
    return new SchemalessRowConverter(table, history, naming, unknownFields);
  }

  /** Whether a value's entries are columns. */
  static boolean isRecord(Object value) {
    return value instanceof Map<?, ?> map && SchemalessValue.hasFieldNames(map);
  }
}
