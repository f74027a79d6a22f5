/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.List;
import org.apache.iceberg.UpdateSchema;

/**
 * What has to happen to a table so that records of some type fit.
 *
 * @param changes what makes them fit, in the order to apply it
 * @param conflicts what no change solves; the records' other fields fit after the changes
 */
public record EvolutionPlan(List<SchemaChange> changes, List<SchemaConflict> conflicts) {
  public EvolutionPlan {
    changes = List.copyOf(changes);
    conflicts = List.copyOf(conflicts);
  }

  /** Whether the table can stay as it is. */
  public boolean isEmpty() {
    return changes.isEmpty() && conflicts.isEmpty();
  }

  /**
   * Adds all changes to an update of the schema that the plan was made from; the caller commits it.
   *
   * @throws IllegalArgumentException if the table's schema is another one by now
   */
  public void apply(UpdateSchema update) {
    changes.forEach(change -> change.applyTo(update));
  }
}
