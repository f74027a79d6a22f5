/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {
  private static final Schema SOURCE =
      SchemaBuilder.struct()
          .optional()
          .field("table", Schema.OPTIONAL_STRING_SCHEMA)
          .field("kind", SchemaBuilder.string().optional().defaultValue("usual").build())
          .field("number", Schema.INT32_SCHEMA)
          .build();
  private static final Schema RECORD = SchemaBuilder.struct().field("source", SOURCE).build();

  @Test
  void findsAFieldInNestedStructs() {
    assertThat(read("source.table", record("orders"))).isEqualTo("orders");
    assertThat(read("source.number", record("orders"))).isEqualTo("7");
  }

  @Test
  void findsAFieldInNestedMaps() {
    assertThat(read("source.table", Map.of("source", Map.of("table", "orders"))))
        .isEqualTo("orders");
  }

  @Test
  void findsAFieldOfAStructInAMap() {
    assertThat(read("r.source.table", Map.of("r", record("orders")))).isEqualTo("orders");
  }

  @Test
  void saysThatAFieldIsMissingOrNull() {
    String expected = "its field 'source.table' is missing or null";

    assertThat(read("source.table", record(null))).isEqualTo(expected);
    assertThat(read("source.table", new Struct(RECORD))).isEqualTo(expected);
    assertThat(read("source.table", Map.of())).isEqualTo(expected);
    assertThat(read("source.table", mapWithNull())).isEqualTo(expected);
    assertThat(read("nowhere", record("orders")))
        .isEqualTo("its field 'nowhere' is missing or null");
  }

  @Test
  void takesAnExplicitNullForNullAndNotForTheDefault() {
    assertThat(read("source.kind", record("orders"))).contains("missing or null");
  }

  @Test
  void saysThatTheValueIsNull() {
    assertThat(read("table", null)).isEqualTo("its value is null, so it has no field 'table'");
  }

  @Test
  void saysThatAValueHasNoFields() {
    assertThat(read("table", "text")).isEqualTo("field 'table' cannot be looked up in a String");
    assertThat(read("source.number.deep", record("orders"))).contains("in a Integer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a..b", ".a", "a."})
  void refusesPathsWithEmptyNames(String path) {
    assertThatThrownBy(() -> FieldPath.parse(path)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Struct record(@Nullable String table) {
    Struct source = new Struct(SOURCE).put("table", table).put("kind", null).put("number", 7);
    return new Struct(RECORD).put("source", source);
  }

  private static Map<String, Object> mapWithNull() {
    Map<String, Object> map = new HashMap<>();
    map.put("source", null);
    return map;
  }

  /** The text found, or the reason why there is none. */
  private static String read(String path, @Nullable Object value) {
    Route route =
        FieldPath.parse(path).routeBy(value, text -> Route.to(TableIdentifier.of("found", text)));
    return route instanceof Route.Unrouted unrouted
        ? unrouted.reason()
        : route.tables().get(0).name();
  }
}
