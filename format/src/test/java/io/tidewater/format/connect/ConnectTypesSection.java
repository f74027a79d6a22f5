/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

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
    for (LogicalType type : LogicalType.values()) {
      Schema sample = sample(type);
      page.row(
          type.base().name(),
          "`" + type.schemaName() + "`",
          Page.code(type.mapping(sample, MappingOptions.DEFAULTS).type()),
          Page.byOption(options -> type.mapping(sample, options).type()),
          type.note());
    }
    page.line("");
    page.line("A schema that contains itself, or is nested deeper than 100 levels, is refused.");
  }

  private static Schema sample(LogicalType type) {
    SchemaBuilder builder = SchemaBuilder.type(type.base()).name(type.schemaName());
    if (type == LogicalType.DECIMAL) {
      builder.parameter("scale", "2").parameter("connect.decimal.precision", "9");
    }
    return builder.build();
  }
}
