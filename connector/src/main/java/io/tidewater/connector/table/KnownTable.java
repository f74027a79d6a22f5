/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.table;

import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.EvolutionOptions;
import io.tidewater.format.schema.EvolutionPlan;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.Naming;
import io.tidewater.format.schema.SchemaEvolution;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;

/**
 * A table's schema as it was at some time, and what goes with it. Immutable.
 *
 * @param history what the table remembers
 * @param rules how it may evolve
 */
public record KnownTable(Schema schema, FieldHistory history, EvolutionOptions rules) {
  /**
   * A table as it is now.
   *
   * @throws io.tidewater.format.schema.MalformedHistoryException its history is damaged
   */
  public static KnownTable of(Table table, Naming naming, ConflictPolicy onConflict) {
    return new KnownTable(
        table.schema(),
        FieldHistory.of(table.properties()),
        EvolutionOptions.of(table, naming, onConflict));
  }

  /** What has to happen to it before records are written. */
  public EvolutionPlan plan(Incoming incoming) {
    return SchemaEvolution.plan(schema, history, incoming, rules);
  }

  /**
   * Whether some field has turned from numbers to text. Digits still go into the column, so that
   * the plan knows no conflict, and only its other values do not.
   */
  public boolean hasTextForNumbers(Incoming incoming) {
    EvolutionOptions aside =
        new EvolutionOptions(
            rules.formatVersion(),
            rules.naming(),
            ConflictPolicy.NEW_COLUMN,
            rules.layoutColumns());
    EvolutionPlan plan = SchemaEvolution.plan(schema, history, incoming, aside);
    return !plan.changes().equals(plan(incoming).changes());
  }
}
