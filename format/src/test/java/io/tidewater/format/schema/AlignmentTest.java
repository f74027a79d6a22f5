/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AlignmentTest {
  private static final Type LONG = Types.LongType.get();
  private static final Type STRING = Types.StringType.get();

  @Test
  void prefersTheNumberToTheName() {
    FieldHistory history =
        new FieldHistory(OptionalInt.empty(), Map.of(), Map.of("m", Map.of(1, 10, 2, 20)));
    Incoming swapped =
        incoming(
            Map.of(1, FieldOrigin.number(2), 2, FieldOrigin.number(1)),
            NestedField.optional(1, "a", LONG),
            NestedField.optional(2, "b", LONG));
    Schema table = table(NestedField.optional(10, "a", LONG), NestedField.optional(20, "b", LONG));
    assertThat(columns(swapped, table, history, Naming.DEFAULT)).containsExactly("b", "a");
  }

  @Test
  void findsNumbersOfNestedStructsUnderTheColumnThatHoldsThem() {
    StructType inside = StructType.of(NestedField.optional(12, "x", LONG));
    Schema table = table(NestedField.optional(10, "l", ListType.ofOptional(11, inside)));
    FieldHistory history =
        new FieldHistory(OptionalInt.empty(), Map.of(), Map.of("m/11", Map.of(7, 12)));
    NestedField renamed = NestedField.optional(3, "y", LONG);
    Incoming incoming =
        incoming(
            Map.of(3, FieldOrigin.number(7)),
            NestedField.optional(1, "l", ListType.ofOptional(2, StructType.of(renamed))));
    Alignment alignment = Alignment.of(incoming, table, history, Naming.DEFAULT);
    assertThat(column(alignment, renamed)).isEqualTo("x");
  }

  @Test
  void forgetsNumbersOfColumnsThatAreGone() {
    FieldHistory history =
        new FieldHistory(OptionalInt.empty(), Map.of(), Map.of("m", Map.of(1, 99)));
    Incoming incoming =
        incoming(Map.of(1, FieldOrigin.number(1)), NestedField.optional(1, "a", LONG));
    Schema table = table(NestedField.optional(10, "a", LONG));
    assertThat(columns(incoming, table, history, Naming.DEFAULT)).containsExactly("a");
  }

  @Test
  void followsAliasesOnlyToColumnsThatNoOtherFieldHas() {
    Schema table = table(NestedField.optional(10, "a", LONG));
    Map<Integer, FieldOrigin> origins = Map.of(1, FieldOrigin.aliases(List.of("a")));
    Incoming renamed = incoming(origins, NestedField.optional(1, "b", LONG));
    assertThat(columns(renamed, table, FieldHistory.EMPTY, Naming.DEFAULT)).containsExactly("a");
    Incoming both =
        incoming(origins, NestedField.optional(1, "b", LONG), NestedField.optional(2, "a", LONG));
    assertThat(columns(both, table, FieldHistory.EMPTY, Naming.DEFAULT))
        .containsExactly("none", "a");
  }

  @Test
  void prefersThePresentNameToAFormerOne() {
    FieldHistory history =
        new FieldHistory(OptionalInt.empty(), Map.of(10, List.of("b", "a")), Map.of());
    Schema table = table(NestedField.optional(10, "b", LONG), NestedField.optional(20, "a", LONG));
    Incoming old = incoming(Map.of(), NestedField.optional(1, "a", LONG));
    assertThat(columns(old, table, history, Naming.DEFAULT)).containsExactly("a");
    Schema without = table(NestedField.optional(10, "b", LONG));
    assertThat(columns(old, without, history, Naming.DEFAULT)).containsExactly("b");
  }

  @Test
  void takesTheExactNameBeforeOneOfAnotherCase() {
    Schema table =
        table(NestedField.optional(10, "ID", LONG), NestedField.optional(20, "id", LONG));
    Incoming incoming =
        incoming(
            Map.of(), NestedField.optional(1, "id", LONG), NestedField.optional(2, "ID", LONG));
    Naming folding = Naming.of(NameMatching.CASE_INSENSITIVE);
    assertThat(columns(incoming, table, FieldHistory.EMPTY, folding)).containsExactly("id", "ID");
    Incoming other = incoming(Map.of(), NestedField.optional(1, "Id", LONG));
    assertThat(columns(other, table, FieldHistory.EMPTY, folding)).containsExactly("ID");
    assertThat(columns(other, table, FieldHistory.EMPTY, Naming.DEFAULT)).containsExactly("none");
  }

  @Test
  void findsPortableNamesThatSomebodyElseGave() {
    Naming portable = new Naming(NameMatching.CASE_SENSITIVE, ColumnNames.PORTABLE);
    Schema table = table(NestedField.optional(10, "unit_price", LONG));
    Incoming incoming = incoming(Map.of(), NestedField.optional(1, "Unit-Price", LONG));
    assertThat(columns(incoming, table, FieldHistory.EMPTY, portable))
        .containsExactly("unit_price");
  }

  @Test
  void takesTheFirstVersionThatTheTypeGoesInto() {
    Schema table =
        table(
            NestedField.optional(10, "a", LONG),
            NestedField.optional(20, "a__v2", ListType.ofOptional(21, LONG)),
            NestedField.optional(30, "a__v3", STRING));
    assertThat(columnFor(LONG, table)).isEqualTo("a");
    assertThat(columnFor(ListType.ofOptional(2, LONG), table)).isEqualTo("a__v2");
    assertThat(columnFor(StructType.of(NestedField.optional(2, "x", LONG)), table))
        .isEqualTo("a__v3");
    Incoming claims =
        incoming(
            Map.of(),
            NestedField.optional(1, "a", Types.BooleanType.get()),
            NestedField.optional(2, "a__v3", STRING));
    assertThat(columns(claims, table, FieldHistory.EMPTY, Naming.DEFAULT))
        .as("a version that is another field's own column stays its own")
        .containsExactly("a", "a__v3");
  }

  @Test
  void alignsAVeryWideRecord() {
    int width = 50_000;
    List<NestedField> fields = new ArrayList<>();
    List<NestedField> columns = new ArrayList<>();
    Map<Integer, FieldOrigin> origins = new HashMap<>();
    for (int i = 1; i <= width; i++) {
      String name = "Field_" + i;
      fields.add(NestedField.optional(i, name, LONG));
      origins.put(i, FieldOrigin.aliases(List.of("was_" + i)));
      columns.add(NestedField.optional(width + i, name.toUpperCase(Locale.ROOT), LONG));
    }
    Incoming wide = new Incoming(StructType.of(fields), "m", OptionalInt.of(1), origins);
    Alignment alignment =
        Alignment.of(
            wide,
            new Schema(columns),
            FieldHistory.EMPTY,
            Naming.of(NameMatching.CASE_INSENSITIVE));
    assertThat(fields).allSatisfy(field -> assertThat(alignment.column(field)).isNotNull());
  }

  private static String columnFor(Type type, Schema table) {
    Incoming incoming = incoming(Map.of(), NestedField.optional(1, "a", type));
    return columns(incoming, table, FieldHistory.EMPTY, Naming.DEFAULT).get(0);
  }

  private static List<String> columns(
      Incoming incoming, Schema table, FieldHistory history, Naming naming) {
    Alignment alignment = Alignment.of(incoming, table, history, naming);
    return incoming.type().fields().stream().map(field -> column(alignment, field)).toList();
  }

  private static String column(Alignment alignment, NestedField field) {
    @Nullable NestedField column = alignment.column(field);
    return column == null ? "none" : column.name();
  }

  private static Incoming incoming(Map<Integer, FieldOrigin> origins, NestedField... fields) {
    return new Incoming(StructType.of(fields), "m", OptionalInt.of(1), origins);
  }

  private static Schema table(NestedField... columns) {
    return new Schema(columns);
  }
}
