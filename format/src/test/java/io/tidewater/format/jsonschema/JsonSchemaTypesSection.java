/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import io.tidewater.format.page.Page;
import io.tidewater.format.schema.MappingOptions;
import java.util.List;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;

/** What {@code docs/types.md} says of JSON Schema: each row's column is what the mapping makes. */
public final class JsonSchemaTypesSection {
  private static final String TITLE = "'title':'org.apache.kafka.connect.data.";
  private static final String DEBEZIUM = "'type':'integer','title':'io.debezium.time.";
  private static final String EXACT =
      "A number whose digits a double does not print any more is refused, never rounded.";
  private static final String BYTES = "Strictly decoded.";
  private static final String OTHERS =
      "Members that are not declared are in the column `_extra`, where the schema lets them be.";
  private static final String BRANCH =
      "An optional field for each branch, named by its title, `$ref` or type. The branch is the one"
          + " that the discriminator names, else the one with the fewest members undeclared.";

  private static final List<Row> ROWS =
      List.of(
          row("'type':'boolean'"),
          row("'type':'integer'", "`1.0` is whole. Beyond 64 bits: refused."),
          row("'type':'integer','maximum':18446744073709551615", "Bounds beyond 64 bits."),
          row("'type':'number'", EXACT),
          row("'type':'string'", "Also with every `format` that is not here."),
          row("'type':'string','format':'date'"),
          row("'type':'string','format':'time'", "As text as it comes; else only of UTC."),
          row("'type':'string','format':'date-time'", "In whole microseconds, with an offset."),
          row("'type':'string','format':'uuid'", "Spark shows a `uuid` as string."),
          row("'type':'string','contentEncoding':'base64'", BYTES),
          row("'type':'string','contentEncoding':'base64url'", BYTES),
          row("'type':'string','contentEncoding':'base16'", BYTES),
          row("'type':'string','format':'byte'", "Base64, strictly decoded."),
          row("'enum':['a','b']", "The type of what is listed; `const` likewise."),
          row("'type':['string','null']", "Optional; so is `oneOf` or `anyOf` with null."),
          row("'type':['string','integer']", "Scalars of several types: their text."),
          row("'type':'object','properties':{'a':{'type':'string'}},'additionalProperties':false"),
          row("'type':'object','properties':{'a':{'type':'string'}}", OTHERS),
          row("'type':'object','additionalProperties':{'type':'integer'}", "Keys are strings."),
          row("'type':'object'", "As it is, and so is a value without any type."),
          row("'type':'array','items':{'type':'integer'}"),
          row("'prefixItems':[{'type':'number'},{'type':'number'}]", "Of one type: a list."),
          row("'prefixItems':[{'type':'number'},{'type':'string'}]", "Of several: as it is."),
          row("'oneOf':[{'type':'boolean'},{'type':'array','items':{'type':'string'}}]", BRANCH),
          row("'type':'integer','connect.type':'int32'", "`int8` and `int16` likewise."),
          row("'type':'number','connect.type':'float32'"),
          row("'type':'string','connect.type':'bytes'", "Base64."),
          row(
              "'type':'number'," + TITLE + "Decimal','connect.parameters':{'scale':'2'}",
              "Or the bytes of the unscaled value, in Base64."),
          row("'type':'integer'," + TITLE + "Date'"),
          row("'type':'integer'," + TITLE + "Time'"),
          row("'type':'integer'," + TITLE + "Timestamp'", "An instant."),
          row(DEBEZIUM + "MicroTimestamp'", "A wall clock reading; `Timestamp` likewise."),
          row(DEBEZIUM + "NanoTimestamp'"),
          row(DEBEZIUM + "MicroTime'", "`Time` and `NanoTime` likewise."));

  private JsonSchemaTypesSection() {}

  public static void print(Page page) {
    page.heading("JSON Schema");
    page.line(
        "Straight from the bytes, with the schema's id in front. Drafts 4 to 2020-12. What is");
    page.line("said of types counts, wherever it stands: behind a `$ref`, in `allOf`, and, as");
    page.line(
        "optional members, in `oneOf`, `anyOf`, `then` and `else` beside `properties`. Bounds,");
    page.line("patterns and the like are the producer's business.");
    page.header("schema", "column", "by option", "notes");
    for (Row row : ROWS) {
      page.row(
          "`" + row.schema.replace('\'', '"').replace(",\"", ", \"") + "`",
          Page.code(column(row.schema, MappingOptions.DEFAULTS)),
          Page.byOption(options -> column(row.schema, options)),
          row.note);
    }
    page.line("");
    page.line(
        "A member is required if `required` names it and null is none of its values. A schema");
    page.line(
        "that contains itself is cut at the configured depth, as a value of no known type. An");
    page.line("object that can have no members has no column. `default` is the column's default.");
    page.line("More than 100 levels of nesting, or 50,000 members, are refused.");
  }

  private static Type column(String schema, MappingOptions options) {
    String record = "{'properties':{'m':{" + schema + "}},'additionalProperties':false}";
    List<NestedField> fields = JsonRows.writer(record, options).incoming().type().fields();
    return fields.get(0).type();
  }

  private static Row row(String schema) {
    return row(schema, "");
  }

  private static Row row(String schema, String note) {
    return new Row(schema, note);
  }

  private record Row(String schema, String note) {}
}
