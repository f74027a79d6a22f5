/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.schema.SchemaChange.AddColumn;
import io.tidewater.format.schema.SchemaChange.MakeOptional;
import io.tidewater.format.schema.SchemaChange.WidenColumn;
import io.tidewater.format.schema.SchemaConflict.TypeConflict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change at every place of a schema, in tables of every format version. */
final class EvolutionMatrixTest {
  private static final NestedField KEPT = NestedField.optional(99, "kept", Types.LongType.get());

  /** Where a struct can be: what is around it, and its full name in a table. */
  enum Place {
    TABLE(null, struct -> struct),
    STRUCT("s", struct -> wrap("s", struct)),
    LIST_ELEMENT("l.element", struct -> wrap("l", ListType.ofOptional(201, struct))),
    MAP_VALUE(
        "m.value",
        struct -> wrap("m", MapType.ofOptional(202, 203, Types.StringType.get(), struct))),
    DEEP(
        "s.l.element.m.value",
        struct ->
            wrap(
                "s",
                wrap(
                    "l",
                    ListType.ofOptional(
                        201,
                        wrap("m", MapType.ofOptional(202, 203, Types.StringType.get(), struct))))));

    private final @Nullable String path;
    private final UnaryOperator<Type> around;

    Place(@Nullable String path, UnaryOperator<Type> around) {
      this.path = path;
      this.around = around;
    }

    StructType around(NestedField... fields) {
      return around.apply(StructType.of(fields)).asStructType();
    }

    String path(String name) {
      return path == null ? name : path + "." + name;
    }

    private static StructType wrap(String name, Type type) {
      int id = 300 + name.charAt(0) + type.toString().length();
      return StructType.of(NestedField.optional(id, name, type));
    }
  }

  static Stream<Arguments> places() {
    List<Arguments> arguments = new ArrayList<>();
    for (int version = 1; version <= 3; version++) {
      for (Place place : Place.values()) {
        arguments.add(Arguments.of(place, version));
      }
    }
    return arguments.stream();
  }

  @ParameterizedTest
  @MethodSource("places")
  void addsColumns(Place place, int version) {
    NestedField added =
        NestedField.required(
            10,
            "new",
            StructType.of(NestedField.required(11, "x", Types.IntegerType.get())),
            "a\nb");
    Schema table =
        evolve(place.around(KEPT), place.around(KEPT, added), version, 1, AddColumn.class);
    NestedField column = table.findField(place.path("new"));
    assertThat(column.isOptional()).isTrue();
    assertThat(column.doc()).isEqualTo("a b");
    assertThat(table.findField(place.path("new.x")).isOptional()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("places")
  void widensEveryTypeThatIcebergWidens(Place place, int version) {
    StructType before =
        place.around(
            NestedField.optional(1, "i", Types.IntegerType.get()),
            NestedField.optional(2, "f", Types.FloatType.get()),
            NestedField.optional(3, "d", Types.DecimalType.of(9, 2)),
            NestedField.optional(4, "l", ListType.ofOptional(5, Types.IntegerType.get())),
            NestedField.optional(
                6, "m", MapType.ofOptional(7, 8, Types.StringType.get(), Types.FloatType.get())));
    StructType incoming =
        place.around(
            NestedField.optional(1, "i", Types.LongType.get()),
            NestedField.optional(2, "f", Types.DoubleType.get()),
            NestedField.optional(3, "d", Types.DecimalType.of(20, 1)),
            NestedField.optional(4, "l", ListType.ofOptional(5, Types.LongType.get())),
            NestedField.optional(
                6, "m", MapType.ofOptional(7, 8, Types.StringType.get(), Types.DoubleType.get())));
    Schema table = evolve(before, incoming, version, 5, WidenColumn.class);
    assertThat(table.findType(place.path("i"))).isEqualTo(Types.LongType.get());
    assertThat(table.findType(place.path("f"))).isEqualTo(Types.DoubleType.get());
    assertThat(table.findType(place.path("d"))).isEqualTo(Types.DecimalType.of(21, 2));
    assertThat(table.findType(place.path("l.element"))).isEqualTo(Types.LongType.get());
    assertThat(table.findType(place.path("m.value"))).isEqualTo(Types.DoubleType.get());
  }

  @ParameterizedTest
  @MethodSource("places")
  void makesColumnsOptionalThatAreOptionalOrMissingInTheRecords(Place place, int version) {
    StructType before =
        place.around(
            NestedField.required(1, "gone", Types.LongType.get()),
            NestedField.required(2, "loose", Types.LongType.get()),
            NestedField.required(3, "list", ListType.ofRequired(4, Types.LongType.get())));
    StructType incoming =
        place.around(
            NestedField.optional(2, "loose", Types.LongType.get()),
            NestedField.required(3, "list", ListType.ofOptional(4, Types.LongType.get())));
    Schema table = evolve(before, incoming, version, 3, MakeOptional.class);
    assertThat(table.findField(place.path("gone")).isOptional()).isTrue();
    assertThat(table.findField(place.path("loose")).isOptional()).isTrue();
    assertThat(table.findField(place.path("list.element")).isOptional()).isTrue();
    assertThat(table.findField(place.path("list")).isRequired()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("places")
  void leavesColumnsThatHoldMoreThanTheRecordsHave(Place place, int version) {
    StructType before =
        place.around(
            NestedField.optional(1, "i", Types.LongType.get()),
            NestedField.optional(2, "f", Types.DoubleType.get()),
            NestedField.optional(3, "d", Types.DecimalType.of(20, 2)),
            NestedField.optional(4, "s", Types.StringType.get()),
            NestedField.optional(5, "dropped", Types.StringType.get()));
    StructType incoming =
        place.around(
            NestedField.required(1, "f", Types.FloatType.get()),
            NestedField.required(2, "i", Types.IntegerType.get()),
            NestedField.required(3, "d", Types.DecimalType.of(9, 2)),
            NestedField.required(4, "s", ListType.ofOptional(5, Types.LongType.get())));
    EvolutionPlan plan = plan(new Schema(before.fields()), incoming, version);
    assertThat(plan.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("places")
  void namesConflictsAndStillPlansTheRest(Place place, int version) {
    StructType before = place.around(NestedField.optional(1, "c", Types.LongType.get()));
    StructType incoming = place.around(NestedField.optional(1, "c", Types.DoubleType.get()), KEPT);
    EvolutionPlan plan = plan(new Schema(before.fields()), incoming, version);
    assertThat(plan.conflicts())
        .containsExactly(
            new TypeConflict(place.path("c"), Types.LongType.get(), Types.DoubleType.get()));
    assertThat(plan.conflicts().get(0).describe())
        .startsWith(place.path("c") + ": the table has long, the records have double");
    assertThat(plan.changes()).extracting(SchemaChange::path).containsExactly(place.path("kept"));
  }

  private static Schema evolve(
      StructType before,
      StructType incoming,
      int version,
      int changes,
      Class<? extends SchemaChange> kind) {
    Table table = MemoryTable.create(new Schema(before.fields()), version);
    EvolutionPlan plan = plan(table.schema(), incoming, version);
    assertThat(plan.conflicts()).isEmpty();
    assertThat(plan.changes()).hasSize(changes).hasOnlyElementsOfType(kind);
    MemoryTable.evolve(table, plan);
    assertThat(plan(table.schema(), incoming, version).isEmpty())
        .as("a second plan has nothing left to do")
        .isTrue();
    return table.schema();
  }

  private static EvolutionPlan plan(Schema table, StructType incoming, int version) {
    EvolutionOptions options = new EvolutionOptions(version, NameMatching.CASE_SENSITIVE);
    return SchemaEvolution.plan(table, incoming, options);
  }
}
