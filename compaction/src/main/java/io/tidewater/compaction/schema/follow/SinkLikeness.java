/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.follow;

import io.tidewater.format.schema.EvolutionPlan;
import io.tidewater.format.schema.SchemaChange;
import io.tidewater.format.schema.SchemaConflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether records are mapped here as by the table's sink. Nothing in a table says what options its
 * sink has, whether it unwraps change events or transforms records; but the schema that the table
 * followed last has been followed whole, so that it changes nothing any more for whoever maps as
 * the sink does.
 */
final class SinkLikeness {
  private SinkLikeness() {}

  /**
   * What speaks against it, given the plan for that schema; empty if nothing does. Docs and
   * defaults are no evidence: people change them.
   */
  static Optional<String> doubt(EvolutionPlan followedLast) {
    List<String> changes = new ArrayList<>();
    for (SchemaChange change : followedLast.changes()) {
      if (!(change instanceof SchemaChange.UpdateDoc)
          && !(change instanceof SchemaChange.SetDefault)) {
        changes.add(change.toString());
      }
    }
    for (SchemaConflict conflict : followedLast.conflicts()) {
      if (conflict instanceof SchemaConflict.IdentifierConflict) {
        changes.add(conflict.describe());
      }
    }
    return changes.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", changes));
  }
}
