/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.schema.SchemaConflict.IdentifierConflict;
import io.tidewater.format.schema.SchemaConflict.MapKeyConflict;
import io.tidewater.format.schema.SchemaConflict.TypeConflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SchemaEvolutionTest {
  private static final Type INT = Types.IntegerType.get();
  private static final Type LONG = Types.LongType.get();
  private static final Type STRING = Types.StringType.get();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void widensDatesOnlyWhereSpecificationAndLibraryDo(int version) {
    Type timestamp = Types.TimestampType.withoutZone();
    EvolutionPlan plan = plan(column(Types.DateType.get()), record(timestamp), version);
    boolean allowed =
        version >= 3
            && TypeUtil.isPromotionAllowed(Types.DateType.get(), timestamp.asPrimitiveType());
    assertThat(plan.changes()).hasSize(allowed ? 1 : 0);
    assertThat(plan.conflicts()).hasSize(allowed ? 0 : 1);
  }

  @Test
  void widensColumnsOfUnknownTypeOnlyWhereTheLibraryDoes() {
    EvolutionPlan plan = plan(column(Types.UnknownType.get()), record(LONG), 3);
    boolean allowed = TypeUtil.isPromotionAllowed(Types.UnknownType.get(), LONG.asPrimitiveType());
    assertThat(plan.changes()).hasSize(allowed ? 1 : 0);
    assertThat(plan.conflicts()).hasSize(allowed ? 0 : 1);
  }

  @Test
  void plansForAVeryWideRecord() {
    List<NestedField> fields = new ArrayList<>();
    for (int i = 1; i <= 5_000; i++) {
      fields.add(NestedField.optional(i, "Field_" + i, LONG));
    }
    Table table = MemoryTable.create(new Schema(NestedField.optional(1, "FIELD_1", LONG)), 2);
    MemoryTable.evolve(table, fold(table.schema(), StructType.of(fields)));
    assertThat(table.schema().columns()).hasSize(5_000);
    assertThat(fold(table.schema(), StructType.of(fields)).isEmpty()).isTrue();
  }

  @Test
  void widensDecimalsWithoutChangingTheScale() {
    assertThat(widened(Types.DecimalType.of(10, 4), Types.DecimalType.of(12, 2)))
        .isEqualTo(Types.DecimalType.of(14, 4));
    assertThat(widened(Types.DecimalType.of(10, 4), Types.DecimalType.of(38, 2)))
        .as("as wide as decimals can be")
        .isEqualTo(Types.DecimalType.of(38, 4));
    assertThat(
            plan(column(Types.DecimalType.of(10, 2)), record(Types.DecimalType.of(10, 4)), 2)
                .conflicts())
        .hasOnlyElementsOfType(TypeConflict.class);
    assertThat(
            plan(column(Types.DecimalType.of(38, 4)), record(Types.DecimalType.of(38, 2)), 2)
                .isEmpty())
        .as("values are looked at, one by one")
        .isTrue();
  }

  @Test
  void neverChangesKeysOfMaps() {
    EvolutionPlan widening = plan(column(map(INT, LONG)), record(map(LONG, LONG)), 3);
    assertThat(widening.changes()).isEmpty();
    assertThat(widening.conflicts()).containsExactly(new MapKeyConflict("c.key", INT, LONG));
    assertThat(plan(column(map(LONG, LONG)), record(map(INT, LONG)), 3).isEmpty()).isTrue();

    Type structKey = StructType.of(NestedField.required(10, "k", INT));
    Type wider =
        StructType.of(NestedField.required(10, "k", INT), NestedField.optional(11, "n", INT));
    assertThat(plan(column(map(structKey, LONG)), record(map(wider, LONG)), 3).conflicts())
        .hasOnlyElementsOfType(MapKeyConflict.class);
    assertThat(plan(column(map(structKey, LONG)), record(map(structKey, LONG)), 3).isEmpty())
        .isTrue();
  }

  @Test
  void keepsColumnsThatIdentifyRowsRequired() {
    Schema table = new Schema(List.of(NestedField.required(1, "c", LONG)), Set.of(1));
    EvolutionPlan missing = plan(table, StructType.of(), 2);
    assertThat(missing.changes()).isEmpty();
    assertThat(missing.conflicts()).containsExactly(new IdentifierConflict("c"));
    assertThat(missing.conflicts().get(0).describe()).contains("identifies rows");
    assertThat(plan(table, record(LONG), 2).conflicts()).hasSize(1);

    Type around = StructType.of(NestedField.required(2, "id", LONG));
    Schema nested = new Schema(List.of(NestedField.required(1, "c", around)), Set.of(2));
    assertThat(plan(nested, record(around), 2).conflicts())
        .containsExactly(new IdentifierConflict("c"));
  }

  @Test
  void leavesAMissingColumnRequiredThatHasADefault() {
    Schema table =
        new Schema(
            NestedField.required("c")
                .withId(1)
                .ofType(LONG)
                .withInitialDefault(Literal.of(1L))
                .withWriteDefault(Literal.of(1L))
                .build());
    assertThat(plan(table, StructType.of(), 3).isEmpty()).isTrue();
  }

  @Test
  void matchesNamesByCaseOrNot() {
    Schema table = new Schema(NestedField.optional(1, "Id", LONG));
    StructType incoming = StructType.of(NestedField.optional(1, "ID", LONG));
    assertThat(plan(table, incoming, 2).changes()).hasSize(1);
    assertThat(fold(table, incoming).isEmpty()).isTrue();

    StructType nested =
        StructType.of(
            NestedField.optional(1, "S", StructType.of(NestedField.optional(2, "New", LONG))));
    Table real =
        MemoryTable.create(
            new Schema(
                NestedField.optional(1, "s", StructType.of(NestedField.optional(2, "a", LONG)))),
            2);
    MemoryTable.evolve(real, fold(real.schema(), nested));
    assertThat(real.schema().findField("s.New")).isNotNull();
  }

  @Test
  void givesEachOfTwoFieldsThatDifferInCaseItsOwnColumn() {
    StructType incoming =
        StructType.of(NestedField.optional(1, "id", LONG), NestedField.optional(2, "ID", LONG));
    Table table = MemoryTable.create(new Schema(), 2);
    MemoryTable.evolve(table, fold(table.schema(), incoming));
    assertThat(table.schema().columns())
        .extracting(NestedField::name)
        .containsExactly("id", "ID__2");
    assertThat(plan(new Schema(), incoming, 2).changes())
        .extracting(SchemaChange::path)
        .containsExactly("id", "ID");
  }

  @Test
  void takesNamesWithDotsUnlessTheyMeanAnotherColumn() {
    Table table = MemoryTable.create(new Schema(NestedField.optional(1, "a", LONG)), 2);
    StructType dotted = StructType.of(NestedField.optional(1, "x.y", LONG));
    MemoryTable.evolve(table, plan(table.schema(), dotted, 2));
    assertThat(table.schema().asStruct().field("x.y")).isNotNull();

    StructType nested =
        StructType.of(
            NestedField.optional(1, "x", StructType.of(NestedField.optional(2, "y", LONG))));
    assertThat(plan(table.schema(), nested, 2).changes())
        .extracting(SchemaChange::path)
        .containsExactly("x__2");
  }

  @Test
  void refusesToMixNestedAndScalarTypes() {
    Type struct = StructType.of(NestedField.optional(5, "x", LONG));
    assertThat(plan(column(struct), record(STRING), 2).conflicts()).hasSize(1);
    assertThat(plan(column(LONG), record(struct), 2).conflicts()).hasSize(1);
    assertThat(plan(column(map(STRING, LONG)), record(struct), 2).conflicts()).hasSize(1);
    assertThat(plan(column(Types.VariantType.get()), record(STRING), 3).isEmpty()).isTrue();
    assertThat(plan(column(LONG), record(Types.VariantType.get()), 3).conflicts()).hasSize(1);
  }

  @Test
  void failsToApplyAPlanToAnotherSchema() {
    Table table = MemoryTable.create(column(INT), 2);
    EvolutionPlan plan = plan(table.schema(), record(LONG), 2);
    Table other = MemoryTable.create(column(STRING), 2);
    assertThatThrownBy(() -> plan.commitTo(other)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhatItChanges() {
    EvolutionPlan plan =
        plan(
            new Schema(NestedField.required(1, "c", INT), NestedField.required(2, "d", INT)),
            StructType.of(NestedField.optional(1, "c", LONG), NestedField.optional(3, "e", STRING)),
            2);
    assertThat(plan.changes())
        .extracting(SchemaChange::toString)
        .containsExactly(
            "make column c optional",
            "widen column c from int to long",
            "add column e string",
            "make column d optional");
  }

  private static Type widened(Type before, Type incoming) {
    Table table = MemoryTable.create(column(before), 2);
    MemoryTable.evolve(table, plan(table.schema(), record(incoming), 2));
    return table.schema().findType("c");
  }

  private static EvolutionPlan plan(Schema table, StructType incoming, int version) {
    EvolutionOptions options = new EvolutionOptions(version, NameMatching.CASE_SENSITIVE);
    return SchemaEvolution.plan(table, incoming, options);
  }

  private static EvolutionPlan fold(Schema table, StructType incoming) {
    EvolutionOptions options = new EvolutionOptions(2, NameMatching.CASE_INSENSITIVE);
    return SchemaEvolution.plan(table, incoming, options);
  }

  private static Schema column(Type type) {
    return new Schema(NestedField.optional(1, "c", type));
  }

  private static StructType record(Type type) {
    return StructType.of(NestedField.optional(1, "c", type));
  }

  private static Type map(Type key, Type value) {
    return MapType.ofOptional(2, 3, key, value);
  }
}
