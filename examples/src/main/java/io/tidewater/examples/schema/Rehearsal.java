/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.schema;

import io.tidewater.examples.schema.Step.Problem;
import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.EvolutionOptions;
import io.tidewater.format.schema.EvolutionPlan;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.NewTable;
import io.tidewater.format.schema.Requiredness;
import io.tidewater.format.schema.SchemaChange.RenameColumn;
import io.tidewater.format.schema.SchemaEvolution;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;

/** Lets a copy of a table follow one schema after the other. Not for use by several threads. */
final class Rehearsal {
  private final String name;
  private final Rules rules;
  private @Nullable Table table;

  /**
   * @param original the table as it is, which is not touched; empty if it is still to be created
   */
  Rehearsal(String name, Optional<Table> original, Rules rules) {
    this.name = name;
    this.rules = rules;
    this.table = original.map(CopiedTable::of).orElse(null);
  }

  /** The copy's columns now; none if it is not created. */
  Schema schema() {
    return table == null ? new Schema() : table.schema();
  }

  /**
   * Lets the table follow a version, as far as it can.
   *
   * @param values what the version's values need; may throw {@link UnsupportedSchemaException}
   */
  Step follow(int version, int schemaId, Supplier<Incoming> values) {
    try {
      Table present = table;
      if (present == null) {
        table = CopiedTable.created(newTable(values.get()), name, rules.formatVersion());
        return Step.of(version, schemaId, Severity.CREATED, List.of());
      }
      return evolve(present, version, schemaId, values.get());
    } catch (UnsupportedSchemaException e) {
      Problem problem = new Problem("", String.valueOf(e.getMessage()));
      return Step.of(version, schemaId, Severity.CONFLICT, List.of(problem));
    }
  }

  private NewTable newTable(Incoming values) {
    EvolutionOptions options =
        new EvolutionOptions(
            rules.formatVersion(), rules.mapping().naming(), rules.onConflict(), Set.of());
    Incoming rows = values.with(rules.metadata().appendTo(values.type()));
    return NewTable.of(rows, Requiredness.AS_DECLARED, options);
  }

  private Step evolve(Table present, int version, int schemaId, Incoming values) {
    Incoming rows = values.with(Rules.metadataOf(present.schema()).appendTo(values.type()));
    EvolutionPlan plan = plan(present, rows, rules.onConflict());
    List<Problem> conflicts = problems(plan);
    List<Problem> settled =
        problems(plan(present, rows, ConflictPolicy.FAIL)).stream()
            .filter(problem -> !conflicts.contains(problem))
            .toList();
    if (plan.hasChanges()) {
      plan.commitTo(present);
    }
    List<Problem> doubts = new Doubts(present, rows, rules.mapping().naming()).among(rows);
    Severity severity = severity(plan, !settled.isEmpty() || !doubts.isEmpty());
    return new Step(version, schemaId, severity, plan.changes(), settled, doubts, conflicts);
  }

  private EvolutionPlan plan(Table present, Incoming rows, ConflictPolicy policy) {
    return SchemaEvolution.plan(
        present.schema(),
        FieldHistory.of(present.properties()),
        rows,
        EvolutionOptions.of(present, rules.mapping().naming(), policy));
  }

  private static List<Problem> problems(EvolutionPlan plan) {
    return plan.conflicts().stream()
        .map(conflict -> new Problem(conflict.path(), conflict.describe()))
        .toList();
  }

  private static Severity severity(EvolutionPlan plan, boolean notable) {
    if (!plan.conflicts().isEmpty()) {
      return Severity.CONFLICT;
    }
    if (notable || plan.changes().stream().anyMatch(RenameColumn.class::isInstance)) {
      return Severity.NOTICED;
    }
    return plan.changes().isEmpty() ? Severity.NONE : Severity.COMPATIBLE;
  }
}
