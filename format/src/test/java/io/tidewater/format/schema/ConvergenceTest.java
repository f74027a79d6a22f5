/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.schema.RandomVersions.Identity;
import io.tidewater.format.schema.RandomVersions.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Writers of all versions at once, in any order, on planners that know what they last saw. */
final class ConvergenceTest {
  private static final int SEEDS = 20;
  private static final int VERSIONS = 8;
  private static final int PLANNERS = 3;

  static Stream<Arguments> schedules() {
    List<Arguments> schedules = new ArrayList<>();
    for (Identity identity : Identity.values()) {
      for (ConflictPolicy policy : ConflictPolicy.values()) {
        for (ColumnNames names : ColumnNames.values()) {
          schedules.add(Arguments.of(identity, policy, names));
        }
      }
    }
    return schedules.stream();
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void settlesWhateverTheOrder(Identity identity, ConflictPolicy policy, ColumnNames names) {
    LongStream.range(0, SEEDS).forEach(seed -> new Schedule(seed, identity, policy, names).run());
  }

  /** One record type, one table, and tasks that meet its versions as chance has it. */
  private static final class Schedule {
    private final String name;
    private final Random random;
    private final List<Version> versions;
    private final Naming naming;
    private final ConflictPolicy policy;
    private final Table table;
    private final List<Table> planners = new ArrayList<>();

    Schedule(long seed, Identity identity, ConflictPolicy policy, ColumnNames names) {
      this.name = "seed %d, %s, %s, %s".formatted(seed, identity, policy, names);
      this.random = new Random(seed);
      this.policy = policy;
      boolean conflicts =
          policy == ConflictPolicy.NEW_COLUMN || policy == ConflictPolicy.WIDEN_TO_STRING;
      this.versions = new RandomVersions(seed, identity, conflicts).versions(VERSIONS);
      this.naming = new Naming(NameMatching.CASE_SENSITIVE, names);
      int formatVersion = 2 + random.nextInt(2);
      NewTable start =
          NewTable.of(
              versions.get(random.nextInt(VERSIONS)).incoming(),
              random.nextBoolean() ? Requiredness.AS_DECLARED : Requiredness.ALL_OPTIONAL,
              new EvolutionOptions(formatVersion, naming, policy, Set.of()));
      Catalog catalog = MemoryTable.catalogOf(start, formatVersion);
      this.table = MemoryTable.load(catalog);
      for (int i = 0; i < PLANNERS; i++) {
        planners.add(MemoryTable.load(catalog));
      }
    }

    void run() {
      int commits = round() + round();
      assertThat(commits).as("%s: commits", name).isLessThanOrEqualTo(2 * VERSIONS);
      table.refresh();
      for (Version version : versions) {
        assertThat(plan(table, version).hasChanges()).as("%s: settled", name).isFalse();
      }
      table.refresh();
      losesNoField();
    }

    /** All versions once, in any order, each on any planner. */
    private int round() {
      List<Version> order = new ArrayList<>(versions);
      Collections.shuffle(order, random);
      int commits = 0;
      for (Version version : order) {
        Table known = planners.get(random.nextInt(PLANNERS));
        while (plan(known, version).hasChanges()) {
          try {
            plan(known, version).commitTo(known);
            commits++;
            assertThat(plan(known, version).hasChanges()).as("%s: done at once", name).isFalse();
          } catch (CommitFailedException e) {
            known.refresh();
          }
        }
      }
      return commits;
    }

    private void losesNoField() {
      FieldHistory history = FieldHistory.of(table.properties());
      Map<Integer, Integer> columns = new HashMap<>();
      for (Version version : versions) {
        Alignment alignment = Alignment.of(version.incoming(), table.schema(), history, naming);
        assertThat(plan(table, version).conflicts()).as("%s: conflicts", name).isEmpty();
        new Fields(name, version, alignment, policy, columns).check(version.incoming().type());
      }
    }

    private EvolutionPlan plan(Table known, Version version) {
      return SchemaEvolution.plan(
          known.schema(),
          FieldHistory.of(known.properties()),
          version.incoming(),
          EvolutionOptions.of(known, naming, policy));
    }
  }

  /**
   * @param columns by field, the column that its values were meant for in all versions so far
   */
  private record Fields(
      String name,
      Version version,
      Alignment alignment,
      ConflictPolicy policy,
      Map<Integer, Integer> columns) {
    void check(StructType type) {
      Set<Integer> used = new HashSet<>();
      for (NestedField field : type.fields()) {
        NestedField column = alignment.column(field);
        assertThat(column).as("%s: column of %s", name, field).isNotNull();
        assertThat(used.add(column.fieldId())).as("%s: two for %s", name, column).isTrue();
        boolean text =
            policy == ConflictPolicy.WIDEN_TO_STRING && column.type().typeId() == TypeID.STRING;
        assertThat(text || TypeFit.asItIs(Naming.DEFAULT).goesInto(field.type(), column.type()))
            .as("%s: %s into %s", name, field, column)
            .isTrue();
        staysTheSame(field, alignment.named(field));
        inside(field.type(), column.type());
      }
    }

    private void staysTheSame(NestedField field, @Nullable NestedField named) {
      int id = Objects.requireNonNull(named).fieldId();
      Integer before = columns.putIfAbsent(version.fieldOf().get(field.fieldId()), id);
      assertThat(before == null || before == id)
          .as("%s: %s has been column %s, is %s", name, field, before, id)
          .isTrue();
    }

    private void inside(Type type, Type column) {
      if (type.isStructType() && column.isStructType()) {
        check(type.asStructType());
      } else if (type.isNestedType() && type.typeId() == column.typeId()) {
        for (int i = 0; i < type.asNestedType().fields().size(); i++) {
          inside(
              type.asNestedType().fields().get(i).type(),
              column.asNestedType().fields().get(i).type());
        }
      }
    }
  }
}
