/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types.StructType;

/** The schema that a table starts with that needs to remember nothing. */
public final class TableSchema {
  private static final EvolutionOptions PLAIN =
      new EvolutionOptions(3, NameMatching.CASE_SENSITIVE);

  private TableSchema() {}

  /**
   * The schema of {@link NewTable#of} for records of which only the type is known.
   *
   * @throws UnsupportedSchemaException if two columns have the same full name
   */
  public static Schema of(StructType incoming, Requiredness requiredness) {
    return NewTable.of(Incoming.of(incoming), requiredness, PLAIN).schema();
  }
}
