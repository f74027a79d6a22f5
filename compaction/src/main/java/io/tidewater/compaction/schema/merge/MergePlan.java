/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import io.tidewater.format.schema.Naming;
import java.util.Optional;
import org.apache.iceberg.Table;

/**
 * A family to be merged.
 *
 * @param naming as the table's sink has it
 */
record MergePlan(ColumnFamily family, Naming naming, String branch) {
  /** What is in the way on a table as of its last refresh. */
  Optional<String> obstacle(Table table) {
    return Obstacles.of(table, branch, family)
        .or(
            () ->
                family.isNamed() ? Optional.empty() : new NameSwap(naming).homeless(table, family));
  }

  Refusals.Key refusalKey(Table table) {
    return new Refusals.Key(table.uuid(), family.merged().fieldId());
  }

  /** The same plan for the family as it is now; empty if it is another one. */
  Optional<MergePlan> now(Table table) {
    return ColumnFamily.of(table.schema(), family.wanted().name())
        .filter(family::hasSameColumns)
        .map(present -> new MergePlan(present, naming, branch));
  }
}
