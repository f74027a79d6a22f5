/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.follow;

import io.tidewater.format.schema.EvolutionPlan;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.SchemaChange;
import java.util.stream.Collectors;

/**
 * A version that a table is to follow.
 *
 * @param values what its records need
 * @param plan what it would change in the table as it was looked at
 */
record Step(Version version, Incoming values, EvolutionPlan plan) {
  @Override
  public String toString() {
    String changes =
        plan.changes().stream().map(SchemaChange::toString).collect(Collectors.joining(", "));
    return version + ": " + (changes.isEmpty() ? "to be remembered" : changes);
  }
}
