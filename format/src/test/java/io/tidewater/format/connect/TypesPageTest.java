/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.schema.MappingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.junit.jupiter.api.Test;

final class TypesPageTest {
  private static final Path PAGE = Path.of("..", "docs", "types.md");
  private static final String WRITE = "tidewater.docs.write";

  @Test
  void isWhatTheMappingSays() throws IOException {
    String printed = TypesPage.print();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, printed);
    }
    assertThat(Files.readString(PAGE))
        .as(
            "docs/types.md is out of date; run mvn -pl format test -Dtest=TypesPageTest -D%s=true",
            WRITE)
        .isEqualTo(printed);
  }

  @Test
  void promisesOnlyDefaultsThatTrinoAndSparkRead() {
    for (LogicalType type : LogicalType.values()) {
      TypeID column =
          type.mapping(SchemaBuilder.type(type.base()).build(), MappingOptions.DEFAULTS)
              .type()
              .typeId();
      assertThat(column).isNotIn(TypeID.TIME, TypeID.TIMESTAMP_NANO, TypeID.UNKNOWN);
    }
  }
}
