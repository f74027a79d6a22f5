/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.follow;

import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.EvolutionPlan;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.SchemaChange;
import io.tidewater.format.schema.SchemaConflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Table;

/**
 * Whether records are mapped here as by the table's sink. Nothing in a table says what options its
 * sink has, whether it unwraps change events or transforms records; but the schema that the table
 * followed last has been followed whole, so that it changes nothing any more for whoever maps as
 * the sink does.
 */
final class SinkLikeness {
  private SinkLikeness() {}

  /**
   * What speaks against it; empty if nothing does.
   *
   * @param followedLast what records of that schema need
   */
  static Optional<String> doubt(Table table, RecordMapping mapping, Incoming followedLast) {
    EvolutionPlan plan = mapping.plan(table, followedLast);
    if (!plan.conflicts().isEmpty()) {
      return doubt(plan);
    }
    // Digits go into a column of numbers: only a policy that makes room shows another type there.
    return doubt(plan)
        .or(() -> doubt(mapping.with(ConflictPolicy.NEW_COLUMN).plan(table, followedLast)));
  }

  /** Docs and defaults are no evidence: people change them. */
  private static Optional<String> doubt(EvolutionPlan plan) {
    List<String> changes = new ArrayList<>();
    for (SchemaChange change : plan.changes()) {
      if (!(change instanceof SchemaChange.UpdateDoc)
          && !(change instanceof SchemaChange.SetDefault)) {
        changes.add(change.toString());
      }
    }
    for (SchemaConflict conflict : plan.conflicts()) {
      if (conflict instanceof SchemaConflict.IdentifierConflict) {
        changes.add(conflict.describe());
      }
    }
    return changes.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", changes));
  }
}
