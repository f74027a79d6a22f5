/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.page.Page;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.SemiStructured;
import java.util.List;
import java.util.Locale;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.iceberg.types.Type;

/** What {@code docs/types.md} says of Avro schemas. */
public final class AvroTypesSection {
  private static final int LENGTH = 16;

  private static final String CUT =
      "After the configured number of levels: JSON with every field, or the same as a variant. Data"
          + " of more than 200 levels is refused.";

  private static final String BRANCHES =
      "An optional field for each branch but null, with the name of its type; types of the same"
          + " name in several namespaces have their full names, with `_` for the dots. Where a branch has nothing to store, a field"
          + " `branch` has the name of the one that it was.";

  private AvroTypesSection() {}

  public static void print(Page page) {
    page.heading("Avro");
    page.line(
        "Straight from the bytes. A logical type on another type than the one here, an unknown");
    page.line("one, and one without what it needs say nothing: the schema is what its type says.");
    page.header("Avro type", "logical type", "column", "by option", "notes");
    for (PlainType type : PlainType.values()) {
      Type column = type.mapping(sample(type.avroType())).type();
      page.row(name(type.avroType()), "", Page.code(column), "", "");
    }
    page.row("null", "", "none", "", "Nor has anything that would hold only null.");
    page.row("array", "", "`list`", "", "");
    page.row("map", "", "`map`", "", "Keys are strings.");
    page.row("record", "", "`struct`", "", "Without fields: no column, there is nothing to store.");
    page.row(
        "record within itself", "", cut(SemiStructured.STRING), cut(SemiStructured.VARIANT), CUT);
    page.row("union of null and T", "", "T, optional", "", "In either order.");
    page.row("union of T alone", "", "T", "", "");
    page.row("union of several types", "", "`struct`", "", BRANCHES);
    for (LogicalType type : LogicalType.values()) {
      Schema sample = sample(type);
      page.row(
          name(type.base()),
          "`" + type.logicalName() + "`",
          Page.code(type.mapping(sample, MappingOptions.DEFAULTS).type()),
          Page.byOption(options -> type.mapping(sample, options).type()),
          type.note());
    }
    page.line("");
    page.line(
        "What Kafka Connect's Avro converter adds (`connect.name`, `connect.parameters`) comes");
    page.line("first: such a schema has the column that the table of Kafka Connect says.");
    page.line("A schema with more than 100 levels of nesting, or 100,000 fields, is refused.");
  }

  private static String name(Schema.Type type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private static String cut(SemiStructured option) {
    return Page.code(option.type());
  }

  private static Schema sample(Schema.Type type) {
    return switch (type) {
      case FIXED -> Schema.createFixed("F", null, null, LENGTH);
      case ENUM -> Schema.createEnum("E", null, null, List.of("A"));
      default -> Schema.create(type);
    };
  }

  private static Schema sample(LogicalType type) {
    return switch (type) {
      case DECIMAL_BYTES, DECIMAL_FIXED ->
          LogicalTypes.decimal(9, 2).addToSchema(sample(type.base()));
      default -> sample(type.base());
    };
  }
}
