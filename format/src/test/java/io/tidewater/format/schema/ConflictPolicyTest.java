/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.schema.SchemaConflict.TypeConflict;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class ConflictPolicyTest {
  private static final Type LONG = Types.LongType.get();
  private static final Type STRING = Types.StringType.get();
  private static final Type BOOLEAN = Types.BooleanType.get();

  @ParameterizedTest
  @EnumSource(
      value = ConflictPolicy.class,
      names = {"FAIL", "DEAD_LETTER"})
  void leavesTheConflictToWhoeverWrites(ConflictPolicy policy) {
    Table table = table(NestedField.optional(1, "a", LONG));
    EvolutionPlan plan = plan(table, policy, record("a", BOOLEAN));
    assertThat(plan.conflicts()).containsExactly(new TypeConflict("a", LONG, BOOLEAN));
    assertThat(plan.hasChanges()).isFalse();
  }

  @Test
  void addsAVersionForEachTypeThatFitsNone() {
    Table table = table(NestedField.required(1, "a", LONG));
    ConflictPolicy policy = ConflictPolicy.NEW_COLUMN;
    Type list = ListType.ofOptional(2, LONG);
    evolve(table, policy, record("a", BOOLEAN));
    evolve(table, policy, record("a", list));
    evolve(table, policy, record("a", STRING));
    assertThat(table.schema().columns())
        .extracting(NestedField::toString)
        .containsExactly(
            "1: a: optional long",
            "2: a__v2: optional boolean",
            "3: a__v3: optional list<long>",
            "5: a__v4: optional string");
    for (Type type : List.of(LONG, BOOLEAN, list, STRING, Types.IntegerType.get())) {
      assertThat(plan(table, policy, record("a", type)).isEmpty()).as("%s", type).isTrue();
    }
  }

  @Test
  void treatsListsAndMapsAsPartOfTheFieldAroundThem() {
    Type before = MapType.ofOptional(2, 3, LONG, ListType.ofOptional(4, LONG));
    Type after = MapType.ofOptional(2, 3, LONG, ListType.ofOptional(4, BOOLEAN));
    Type keys = MapType.ofOptional(2, 3, BOOLEAN, ListType.ofOptional(4, LONG));
    Table table = table(NestedField.optional(1, "m", before));
    evolve(table, ConflictPolicy.NEW_COLUMN, record("m", after));
    evolve(table, ConflictPolicy.NEW_COLUMN, record("m", keys));
    assertThat(table.schema().findType("m__v2.value.element")).isEqualTo(BOOLEAN);
    assertThat(table.schema().findType("m__v3.key")).isEqualTo(BOOLEAN);
    evolve(table, ConflictPolicy.WIDEN_TO_STRING, record("m", BOOLEAN));
    assertThat(table.schema().findType("m")).isEqualTo(STRING);
    assertThat(table.schema().findType("m__v1.value.element")).isEqualTo(LONG);
  }

  @Test
  void makesRoomInsideStructsWhereverTheyAre() {
    Table table = table(NestedField.optional(1, "l", ListType.ofOptional(2, inside(LONG))));
    Incoming incoming = record("l", ListType.ofOptional(2, inside(BOOLEAN)));
    evolve(table, ConflictPolicy.NEW_COLUMN, incoming);
    assertThat(table.schema().findType("l.element.x__v2")).isEqualTo(BOOLEAN);
    Table other = table(NestedField.optional(1, "l", ListType.ofOptional(2, inside(LONG))));
    evolve(other, ConflictPolicy.WIDEN_TO_STRING, incoming);
    assertThat(other.schema().findType("l.element.x")).isEqualTo(STRING);
    assertThat(other.schema().findType("l.element.x__v1")).isEqualTo(LONG);
  }

  @Test
  void letsTextTakeAllThatComesLater() {
    Table table = table(NestedField.required(1, "a", LONG));
    evolve(table, ConflictPolicy.WIDEN_TO_STRING, record("a", inside(LONG)));
    assertThat(table.schema().columns())
        .extracting(NestedField::toString)
        .containsExactly("1: a__v1: optional long", "2: a: optional string");
    for (Type type : List.of(LONG, BOOLEAN, STRING, inside(LONG))) {
      assertThat(plan(table, ConflictPolicy.WIDEN_TO_STRING, record("a", type)).isEmpty())
          .as("%s", type)
          .isTrue();
    }
  }

  @Test
  void replacesNoColumnThatTheTableIsLaidOutBy() {
    Schema schema =
        new Schema(
            List.of(NestedField.required(1, "id", LONG), NestedField.optional(2, "day", LONG)),
            Set.of(1));
    Table table = MemoryTable.create(schema, 2);
    table.updateSpec().addField("day").commit();
    StructType both =
        StructType.of(
            NestedField.required(1, "id", BOOLEAN), NestedField.optional(2, "day", BOOLEAN));
    EvolutionPlan plan = plan(table, ConflictPolicy.WIDEN_TO_STRING, Incoming.of(both));
    assertThat(plan.hasChanges()).isFalse();
    assertThat(plan.conflicts()).extracting(SchemaConflict::path).containsExactly("id", "day");
  }

  @ParameterizedTest
  @EnumSource(value = ConflictPolicy.class, mode = Mode.EXCLUDE, names = "NEW_COLUMN")
  void goesOnUsingVersionsWhateverThePolicyIsNow(ConflictPolicy policy) {
    Table table = table(NestedField.optional(1, "a", LONG));
    evolve(table, ConflictPolicy.NEW_COLUMN, record("a", BOOLEAN));
    assertThat(plan(table, policy, record("a", BOOLEAN)).isEmpty()).isTrue();
  }

  @Test
  void leavesNoDefaultBesideAValue() {
    NestedField before =
        NestedField.required("a")
            .withId(1)
            .ofType(LONG)
            .withInitialDefault(Literal.of(7L))
            .withWriteDefault(Literal.of(7L))
            .build();
    Incoming after =
        new Incoming(
            StructType.of(
                NestedField.optional("a")
                    .withId(1)
                    .ofType(BOOLEAN)
                    .withInitialDefault(Literal.of(true))
                    .withWriteDefault(Literal.of(true))
                    .build()),
            "",
            OptionalInt.of(2),
            Map.of());
    for (ConflictPolicy policy :
        List.of(ConflictPolicy.NEW_COLUMN, ConflictPolicy.WIDEN_TO_STRING)) {
      Table table = MemoryTable.create(new Schema(before), 3);
      evolve(table, policy, after);
      NestedField old = table.schema().findField(1);
      assertThat(old.isOptional()).isTrue();
      assertThat(old.writeDefault()).isNull();
      assertThat(old.initialDefault()).as("what old rows lack").isEqualTo(7L);
      assertThat(table.schema().findField(2).writeDefault()).isNull();
      Incoming again = new Incoming(StructType.of(before), "", OptionalInt.of(3), Map.of());
      assertThat(plan(table, ConflictPolicy.NEW_COLUMN, again).isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "string, binary",
    "string, fixed[4]",
    "double, long",
    "float, int",
    "long, 'decimal(20, 0)'",
    "int, 'decimal(20, 0)'",
  })
  void makesRoomForWhatWouldFitByChanceOnly(String before, String after) {
    Type type = Types.fromPrimitiveString(after);
    Table table = table(NestedField.optional(1, "a", Types.fromPrimitiveString(before)));
    evolve(table, ConflictPolicy.NEW_COLUMN, record("a", type));
    assertThat(table.schema().findType("a")).hasToString(before);
    assertThat(table.schema().findType("a__v2")).isEqualTo(type);
  }

  @Test
  void renamesVersionsWithTheirColumn() {
    Table table = table(NestedField.optional(1, "a", LONG));
    evolve(table, ConflictPolicy.NEW_COLUMN, record("a", BOOLEAN));
    Incoming renamed =
        new Incoming(
            StructType.of(NestedField.optional(1, "b", BOOLEAN)),
            "",
            OptionalInt.of(1),
            Map.of(1, FieldOrigin.aliases(List.of("a"))));
    evolve(table, ConflictPolicy.NEW_COLUMN, renamed);
    assertThat(table.schema().columns())
        .extracting(NestedField::name)
        .containsExactly("b", "b__v2");
    assertThat(plan(table, ConflictPolicy.NEW_COLUMN, record("a", BOOLEAN)).isEmpty()).isTrue();
    assertThat(plan(table, ConflictPolicy.NEW_COLUMN, record("a", LONG)).isEmpty()).isTrue();
  }

  private static void evolve(Table table, ConflictPolicy policy, Incoming incoming) {
    EvolutionPlan plan = plan(table, policy, incoming);
    assertThat(plan.conflicts()).isEmpty();
    assertThat(plan.hasChanges()).isTrue();
    plan.commitTo(table);
    assertThat(plan(table, policy, incoming).isEmpty()).isTrue();
  }

  private static EvolutionPlan plan(Table table, ConflictPolicy policy, Incoming incoming) {
    return SchemaEvolution.plan(
        table.schema(),
        FieldHistory.of(table.properties()),
        incoming,
        EvolutionOptions.of(table, Naming.DEFAULT, policy));
  }

  private static Table table(NestedField column) {
    return MemoryTable.create(new Schema(column), 2);
  }

  private static Incoming record(String name, Type type) {
    return Incoming.of(StructType.of(NestedField.optional(1, name, type)));
  }

  private static StructType inside(Type type) {
    return StructType.of(NestedField.optional(10, "x", type));
  }
}
