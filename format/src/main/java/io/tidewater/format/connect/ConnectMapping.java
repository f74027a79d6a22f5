/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.connect.ReaderCompiler.Target;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.row.RowBuilder;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.MappingOptions;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.apache.iceberg.types.Types.StructType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/**
 * Maps Connect schemas to tables. A struct's fields are columns; any other value is in a column
 * {@value #VALUE_COLUMN} of its own. Immutable.
 */
public final class ConnectMapping {
  /** The column of values that are no records. */
  public static final String VALUE_COLUMN = "value";

  private final MappingOptions options;

  public ConnectMapping(MappingOptions options) {
    this.options = Objects.requireNonNull(options, "options");
  }

  /**
   * What records need of a table whose value has a schema.
   *
   * @throws io.tidewater.format.schema.UnsupportedSchemaException if no table can hold them: the
   *     schema is nested too deep, or has a field without a name
   */
  public Incoming incoming(Schema schema) {
    StructType type = new ConnectTypes(options).struct(record(schema));
    String name = isRecord(schema) && schema.name() != null ? schema.name() : "";
    return new Incoming(type, name, OptionalInt.empty(), Map.of());
  }

  /** Resolves a schema against that of a table that remembers nothing. */
  public ConnectRowConverter compile(Schema schema, org.apache.iceberg.Schema table) {
    return compile(schema, table, FieldHistory.EMPTY);
  }

  /**
   * Resolves a schema against a table's. Fields that the table has no column for are left out (see
   * {@link ConnectRowConverter#unknownFields()}); where types cannot meet, each record with a value
   * there is refused.
   *
   * @throws io.tidewater.format.schema.UnsupportedSchemaException as {@link #incoming} does
   */
  public ConnectRowConverter compile(
      Schema schema, org.apache.iceberg.Schema table, FieldHistory history) {
    Incoming incoming = incoming(schema);
    Alignment alignment = Alignment.of(incoming, table, history, options.naming());
    RowBuilder rows = new RowBuilder(table);
    ReaderCompiler compiler = new ReaderCompiler(options, alignment);
    StructType columns = table.asStruct();
    StructType own = incoming.type();
    Target target = new Target("", rows);
    ValueReader nothing = compiler.nothing(columns, target);
    ValueReader reader =
        isRecord(schema)
            ? compiler.struct(schema, own, columns, target)
            : compiler.single(schema, own.fields().get(0), columns, target);
    return new ConnectRowConverter(reader, nothing, rows, compiler.unknownFields());
  }

  /** A schema that is a struct: its own, or one around it. */
  private static Schema record(Schema schema) {
    return isRecord(schema) ? schema : SchemaBuilder.struct().field(VALUE_COLUMN, schema).build();
  }

  private static boolean isRecord(Schema schema) {
    return schema.type() == Schema.Type.STRUCT && NamedValues.of(schema) == null;
  }
}
