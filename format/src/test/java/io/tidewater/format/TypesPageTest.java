/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.avro.AvroTypesSection;
import io.tidewater.format.connect.ConnectTypesSection;
import io.tidewater.format.conversion.ConversionsSection;
import io.tidewater.format.json.JsonSection;
import io.tidewater.format.jsonschema.JsonSchemaTypesSection;
import io.tidewater.format.page.Page;
import io.tidewater.format.protobuf.mapping.ProtobufTypesSection;
import io.tidewater.format.schema.WideningSection;
import io.tidewater.format.schemaless.SchemalessSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** {@code docs/types.md} is what the mappings are: each format prints its section. */
final class TypesPageTest {
  private static final List<Consumer<Page>> SECTIONS =
      List.of(
          AvroTypesSection::print,
          ConnectTypesSection::print,
          ProtobufTypesSection::print,
          JsonSchemaTypesSection::print,
          SchemalessSection::print,
          JsonSection::print,
          ConversionsSection::print,
          WideningSection::print);
  private static final Path PAGE = Path.of("..", "docs", "types.md");
  private static final String WRITE = "tidewater.docs.write";

  @Test
  void isWhatTheMappingSays() throws IOException {
    String printed = print();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, printed);
    }
    assertThat(Files.readString(PAGE))
        .as(
            "docs/types.md is out of date; run mvn -pl format test -Dtest=TypesPageTest -D%s=true",
            WRITE)
        .isEqualTo(printed);
  }

  private static String print() {
    Page page = new Page();
    page.line("# Types");
    page.line("");
    page.line("Printed by a test from the mapping itself; change the code, not this page.");
    page.line("");
    page.line("Trino and Spark read every default. What is chosen by option they may not: Spark");
    page.line(
        "reads no table that has a `time`, `timestamp_ns` or `timestamptz_ns` column, whatever");
    page.line(
        "is selected, and those of nanoseconds need format version 3. Everything else is the");
    page.line("same in versions 1, 2 and 3.");
    SECTIONS.forEach(section -> section.accept(page));
    return page.text();
  }
}
