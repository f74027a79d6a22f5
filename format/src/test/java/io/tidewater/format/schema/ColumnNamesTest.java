/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColumnNamesTest {
  private static final Naming PORTABLE =
      new Naming(NameMatching.CASE_SENSITIVE, ColumnNames.PORTABLE);

  @ParameterizedTest
  @CsvSource({
    "orderId, orderid",
    "order-id, order_id",
    "Straße, stra_e",
    "a.b c, a_b_c",
    "2nd, _2nd",
    "_TABLE_x, x_table_x",
    "_PARTITIONTIME, x_partitiontime",
    "__ROOT__, x__root__",
    "_kafka_offset, _kafka_offset",
    "\uD83D\uDE00, _"
  })
  void makesNamesThatEveryEngineTakes(String field, String column) {
    assertThat(ColumnNames.PORTABLE.of(field)).isEqualTo(column);
    assertThat(ColumnNames.AS_IS.of(field)).isEqualTo(field);
  }

  @Test
  void keepsLongNamesApart() {
    String longest = "a".repeat(300);
    Table table = start(record(longest, longest + "b"));
    assertThat(names(table)).containsExactly("a".repeat(255), "a".repeat(252) + "__2");
  }

  @Test
  void keepsItsChoiceWhenLaterVersionsAddFields() {
    Table table = start(record("A-b"));
    assertThat(names(table)).containsExactly("a_b");
    evolve(table, record("a_b", "A-b", "A b"));
    assertThat(names(table)).containsExactly("a_b", "a_b__2", "a_b__3");
    assertThat(columns(table, record("A b", "a_b", "A-b")))
        .containsExactly("a_b__3", "a_b__2", "a_b");
    assertThat(columns(table, record("A-b"))).containsExactly("a_b");
  }

  @Test
  void namesNestedFieldsToo() {
    StructType inside =
        StructType.of(
            NestedField.optional(2, "X", Types.LongType.get()),
            NestedField.optional(3, "x", Types.LongType.get()));
    Incoming incoming = Incoming.of(StructType.of(NestedField.optional(1, "S", inside)));
    Table table = start(incoming);
    assertThat(table.schema().findField("s.x__2")).isNotNull();
    assertThat(plan(table, incoming).hasChanges()).isFalse();
    Alignment alignment =
        Alignment.of(incoming, table.schema(), FieldHistory.of(table.properties()), PORTABLE);
    assertThat(alignment.column(inside.fields().get(1))).hasToString("3: x__2: optional long");
  }

  private static Table start(Incoming incoming) {
    NewTable start =
        NewTable.of(
            incoming,
            Requiredness.ALL_OPTIONAL,
            new EvolutionOptions(2, PORTABLE, ConflictPolicy.FAIL, Set.of()));
    return MemoryTable.load(MemoryTable.catalogOf(start, 2));
  }

  private static void evolve(Table table, Incoming incoming) {
    plan(table, incoming).commitTo(table);
    assertThat(plan(table, incoming).isEmpty()).isTrue();
  }

  private static EvolutionPlan plan(Table table, Incoming incoming) {
    return SchemaEvolution.plan(
        table.schema(),
        FieldHistory.of(table.properties()),
        incoming,
        EvolutionOptions.of(table, PORTABLE, ConflictPolicy.FAIL));
  }

  private static List<String> names(Table table) {
    return table.schema().columns().stream().map(NestedField::name).toList();
  }

  private static List<String> columns(Table table, Incoming incoming) {
    Alignment alignment =
        Alignment.of(incoming, table.schema(), FieldHistory.of(table.properties()), PORTABLE);
    return incoming.type().fields().stream()
        .map(field -> String.valueOf(alignment.column(field)).replaceAll("^\\d+: |: .*", ""))
        .toList();
  }

  private static Incoming record(String... names) {
    List<NestedField> fields = new ArrayList<>();
    for (String name : names) {
      fields.add(NestedField.optional(fields.size() + 1, name, Types.LongType.get()));
    }
    return new Incoming(StructType.of(fields), "", OptionalInt.empty(), Map.of());
  }
}
