/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.json;

import io.tidewater.format.page.Page;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.Naming;
import io.tidewater.format.schema.SemiStructured;
import io.tidewater.format.schemaless.SchemalessMapping;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;

/** What {@code docs/types.md} says of JSON without a schema. */
public final class JsonSection {
  private static final List<String> SAMPLES =
      List.of(
          "\"text\"",
          "true",
          "12",
          "9223372036854775808",
          "1.5",
          "1e3",
          "12345678901234567890.123",
          "1e400",
          "[1, 2]",
          "[1, \"a\"]",
          "{\"a\": 1}");

  private JsonSection() {}

  public static void print(Page page) {
    page.heading("JSON without a schema");
    page.line(
        "Straight from the bytes: UTF-8, no name twice in an object, nothing after the value,");
    page.line("at most 100 levels, numbers of up to 1,000 digits. These are the types of new");
    page.line("columns; a null, an empty object and an empty array make none yet. A number is a");
    page.line("double where that prints its digits.");
    page.header("JSON", "column");
    SchemalessMapping mapping = new SchemalessMapping(Naming.DEFAULT);
    for (String sample : SAMPLES) {
      byte[] record = ("{\"c\": " + sample + "}").getBytes(StandardCharsets.UTF_8);
      Object value = JsonValues.parse(ByteBuffer.wrap(record));
      Incoming incoming =
          mapping.incoming(value == null ? Map.of() : value, new Schema(), FieldHistory.EMPTY);
      page.row("`" + sample + "`", Page.code(incoming.type().fieldType("c")));
    }
    page.line("");
    page.line(
        "Or the value stays whole, in one column `value`: %s as JSON text on one line, or %s."
            .formatted(
                Page.code(SemiStructured.STRING.type()), Page.code(SemiStructured.VARIANT.type())));
  }
}
