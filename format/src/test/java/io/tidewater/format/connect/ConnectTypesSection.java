/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.logical.NamedType;
import io.tidewater.format.page.Page;
import io.tidewater.format.schema.MappingOptions;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/** What {@code docs/types.md} says of Connect schemas. */
public final class ConnectTypesSection {
  private ConnectTypesSection() {}

  public static void print(Page page) {
    page.heading("Kafka Connect");
    page.line(
        "A name on another type than the one here says nothing: the schema is what its type says.");
    page.header("Connect type", "name", "column", "by option", "notes");
    for (PlainType type : PlainType.values()) {
      page.row(type.connectType().name(), "", Page.code(type.mapping().type()), "", "");
    }
    page.row("ARRAY", "", "`list`", "", "");
    page.row("MAP", "", "`map`", "", "Keys of every type. They never change.");
    page.row("STRUCT", "", "`struct`", "", "Without fields: no column, there is nothing to store.");
    for (NamedType type : NamedType.values()) {
      Schema sample = sample(type);
      page.row(
          type.base().name(),
          "`" + type.schemaName() + "`",
          Page.code(NamedValues.mapping(type, sample, MappingOptions.DEFAULTS).type()),
          Page.byOption(options -> NamedValues.mapping(type, sample, options).type()),
          type.note());
    }
    page.line("");
    page.line(
        "A schema within itself is cut: from there on its values are JSON text, by option"
            + " `variant`; one nested");
    page.line("deeper than 100 levels is refused.");
  }

  private static Schema sample(NamedType type) {
    Schema.Type base = Schema.Type.valueOf(type.base().name());
    SchemaBuilder builder = SchemaBuilder.type(base).name(type.schemaName());
    if (type == NamedType.DECIMAL) {
      builder.parameter("scale", "2").parameter("connect.decimal.precision", "9");
    }
    return builder.build();
  }
}
