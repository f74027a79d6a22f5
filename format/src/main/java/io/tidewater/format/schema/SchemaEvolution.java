/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types.StructType;

/**
 * Compares incoming records with a table's schema. Only ever lets a table hold more: it adds
 * columns, widens them, makes them optional and lets them follow the names, docs and defaults of
 * newer schemas; it drops and narrows none.
 */
public final class SchemaEvolution {
  private SchemaEvolution() {}

  /**
   * What has to happen to a table before records are written to it. Pure: the same arguments give
   * the same plan, and after its changes the plan for the same records has none.
   *
   * @param history what the table remembers ({@link FieldHistory#of})
   * @param incoming the records, metadata columns included
   */
  public static EvolutionPlan plan(
      Schema table, FieldHistory history, Incoming incoming, EvolutionOptions options) {
    return new Evolution(table, history, incoming, options).plan();
  }

  /** As above, for a table without a history, and records of which only the type is known. */
  public static EvolutionPlan plan(Schema table, StructType incoming, EvolutionOptions options) {
    return plan(table, FieldHistory.EMPTY, Incoming.of(incoming), options);
  }
}
