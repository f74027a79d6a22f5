/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.junit.jupiter.api.Test;

/** Names, docs and defaults follow the newest schema; the history remembers the rest. */
final class FollowingTest {
  private static final Type LONG = Types.LongType.get();
  private static final Type INT = Types.IntegerType.get();

  @Test
  void followsDocsAndDefaultsOfNewerSchemasOnly() {
    Table table = start(incoming(2, field("a", LONG, "two", 2L)), 3);
    assertThat(plan(table, incoming(1, field("a", LONG, "one", 1L))).isEmpty()).isTrue();
    evolve(table, incoming(3, field("a", LONG, "three", 3L)));
    assertThat(table.schema().findField("a").doc()).isEqualTo("three");
    assertThat(table.schema().findField("a").writeDefault()).isEqualTo(3L);
    assertThat(table.schema().findField("a").initialDefault()).isEqualTo(2L);
    assertThat(plan(table, incoming(2, field("a", LONG, "two", 2L))).isEmpty()).isTrue();
    assertThat(plan(table, nameless(field("a", LONG, "none", 9L))).isEmpty())
        .as("records without a schema id would fight over it")
        .isTrue();
  }

  @Test
  void widensAColumnWithADefaultInOneStep() {
    Table table = start(incoming(1, field("a", INT, "", 1)), 3);
    evolve(table, incoming(2, field("a", LONG, "", 2L)));
    assertThat(table.schema().findField("a").writeDefault()).isEqualTo(2L);
    assertThat(table.schema().findField("a").initialDefault()).isEqualTo(1L);
  }

  @Test
  void renamesAndReusesANameInOneCommit() {
    Table table = start(incoming(1, number(1, "a")), 2);
    evolve(table, incoming(2, number(1, "b"), number(2, "a")));
    assertThat(table.schema().columns()).hasToString("[1: b: optional long, 2: a: optional long]");
    assertThat(plan(table, incoming(1, number(1, "a"))).isEmpty()).isTrue();
    Incoming old = incoming(1, number(1, "a"));
    Alignment alignment = Alignment.of(old, table.schema(), history(table), Naming.DEFAULT);
    assertThat(alignment.column(old.type().fields().get(0))).hasToString("1: b: optional long");
  }

  @Test
  void renamesNothingForOlderSchemas() {
    Table table = start(incoming(5, number(1, "new")), 2);
    assertThat(plan(table, incoming(4, number(1, "old"))).isEmpty()).isTrue();
    assertThat(plan(table, incoming(6, number(1, "newer"))).changes())
        .hasToString("[rename column new to newer]");
  }

  @Test
  void knowsARenamedFieldThatItMeetsInTheWrongOrder() {
    Table table = start(incoming(2, aliased("b", "a")), 2);
    assertThat(plan(table, incoming(1, aliased("a"))).isEmpty()).isTrue();
    assertThat(history(table).names()).containsExactly(Map.entry(1, List.of("b", "a")));
  }

  @Test
  void forgetsColumnsThatAreDropped() {
    Table table = start(incoming(1, aliased("b", "a"), number(7, "c")), 2);
    table.updateSchema().deleteColumn("b").deleteColumn("c").commit();
    evolve(table, incoming(2, aliased("d", "x")));
    assertThat(history(table).names()).containsOnlyKeys(3);
    assertThat(history(table).numbers()).isEmpty();
  }

  @Test
  void relaxesWhatIsInAStructThatLostAllItsFields() {
    StructType one = StructType.of(NestedField.required(2, "x", LONG));
    Incoming before = Incoming.of(StructType.of(NestedField.required(1, "s", one)));
    NewTable start = NewTable.of(before, Requiredness.AS_DECLARED, options(2));
    Table table = MemoryTable.load(MemoryTable.catalogOf(start, 2));
    Incoming empty =
        Incoming.of(
            StructType.of(
                NestedField.required(1, "s", StructType.of()),
                NestedField.required(3, "t", StructType.of())));
    evolve(table, empty);
    assertThat(table.schema().findField("s").isRequired()).isTrue();
    assertThat(table.schema().findField("s.x").isOptional()).isTrue();
    assertThat(table.schema().findField("t")).as("nothing to store").isNull();
  }

  @Test
  void noticesAnotherTaskThatOnlyRemembered() {
    Catalog catalog =
        MemoryTable.catalogOf(
            NewTable.of(incoming(1, aliased("a")), Requiredness.ALL_OPTIONAL, options(2)), 2);
    Table mine = MemoryTable.load(catalog);
    Table theirs = MemoryTable.load(catalog);
    EvolutionPlan plan = plan(mine, incoming(1, number(4, "a")));
    assertThat(plan.changes()).isEmpty();
    assertThat(plan.hasChanges()).as("a number to remember").isTrue();
    plan(theirs, incoming(1, number(5, "a"))).commitTo(theirs);
    assertThatThrownBy(() -> plan.commitTo(mine)).isInstanceOf(CommitFailedException.class);
  }

  @Test
  void remembersNothingOfRecordsThatHaveOnlyNames() {
    Table table = start(nameless(NestedField.optional(1, "a", LONG)), 2);
    assertThat(table.properties()).doesNotContainKey(FieldHistory.PROPERTY);
  }

  private record Numbered(NestedField field, FieldOrigin origin) {}

  private static Numbered number(int number, String name) {
    return new Numbered(NestedField.optional(1, name, LONG), FieldOrigin.number(number));
  }

  private static Numbered aliased(String name, String... aliases) {
    return new Numbered(NestedField.optional(1, name, LONG), FieldOrigin.aliases(List.of(aliases)));
  }

  private static NestedField field(String name, Type type, String doc, Object value) {
    Literal<?> literal =
        value instanceof Integer number ? Literal.of(number) : Literal.of((Long) value);
    return NestedField.optional(name)
        .withId(1)
        .ofType(type)
        .withDoc(doc)
        .withWriteDefault(literal)
        .build();
  }

  private static Incoming incoming(int schemaId, NestedField field) {
    return new Incoming(StructType.of(field), "m", OptionalInt.of(schemaId), Map.of());
  }

  private static Incoming incoming(int schemaId, Numbered... fields) {
    List<NestedField> list = new ArrayList<>();
    Map<Integer, FieldOrigin> origins = new HashMap<>();
    for (Numbered field : fields) {
      int id = list.size() + 1;
      list.add(NestedField.optional(id, field.field().name(), LONG));
      origins.put(id, field.origin());
    }
    return new Incoming(StructType.of(list), "m", OptionalInt.of(schemaId), origins);
  }

  private static Incoming nameless(NestedField field) {
    return Incoming.of(StructType.of(field));
  }

  private static Table start(Incoming incoming, int version) {
    NewTable start = NewTable.of(incoming, Requiredness.ALL_OPTIONAL, options(version));
    return MemoryTable.load(MemoryTable.catalogOf(start, version));
  }

  private static EvolutionOptions options(int version) {
    return new EvolutionOptions(version, Naming.DEFAULT, ConflictPolicy.FAIL, Set.of());
  }

  private static void evolve(Table table, Incoming incoming) {
    plan(table, incoming).commitTo(table);
    assertThat(plan(table, incoming).isEmpty()).as("done at once").isTrue();
  }

  private static EvolutionPlan plan(Table table, Incoming incoming) {
    return SchemaEvolution.plan(
        table.schema(),
        history(table),
        incoming,
        EvolutionOptions.of(table, Naming.DEFAULT, ConflictPolicy.FAIL));
  }

  private static FieldHistory history(Table table) {
    return FieldHistory.of(table.properties());
  }
}
