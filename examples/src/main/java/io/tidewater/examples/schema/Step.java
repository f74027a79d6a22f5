/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.schema;

import io.tidewater.format.schema.SchemaChange;
import java.util.List;

/**
 * What one version of a subject does to the table.
 *
 * @param version the version
 * @param schemaId the id of its schema
 * @param severity how much that is
 * @param changes what happens to the table that was there before, in order
 * @param settled what would be a conflict, but for the policy
 * @param doubts fields of which not every value may go into its column
 * @param conflicts what no change solves
 */
record Step(
    int version,
    int schemaId,
    Severity severity,
    List<SchemaChange> changes,
    List<Problem> settled,
    List<Problem> doubts,
    List<Problem> conflicts) {
  Step {
    changes = List.copyOf(changes);
    settled = List.copyOf(settled);
    doubts = List.copyOf(doubts);
    conflicts = List.copyOf(conflicts);
  }

  /** A step that changes nothing that was there. */
  static Step of(int version, int schemaId, Severity severity, List<Problem> conflicts) {
    return new Step(version, schemaId, severity, List.of(), List.of(), List.of(), conflicts);
  }

  /**
   * Where records and table do not meet.
   *
   * @param path the column's full name; empty if it is not one column's problem
   * @param advice what is wrong and what to do
   */
  record Problem(String path, String advice) {}
}
