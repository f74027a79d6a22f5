/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.HashSet;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;

/** The schema that a table starts with, and what it is to remember. Immutable. */
public final class NewTable {
  private final Schema schema;
  private final HistoryUpdate history;

  private NewTable(Schema schema, HistoryUpdate history) {
    this.schema = schema;
    this.history = history;
  }

  /**
   * A new table for records. Columns stand in the order of the incoming fields; ids are given in
   * that order from 1, those of nested fields after those of the level above.
   *
   * @param incoming the records, metadata columns included
   * @param options how the table is to evolve; of them, the format version and the naming count
   * @throws UnsupportedSchemaException if two columns have the same full name
   */
  public static NewTable of(
      Incoming incoming, Requiredness requiredness, EvolutionOptions options) {
    HistoryUpdate history = new HistoryUpdate(incoming, FieldHistory.EMPTY, options.naming());
    StructNames names = new StructNames(null, List.of(), options.naming(), new HashSet<>());
    try {
      List<NestedField> columns =
          new NewColumns(incoming, options, requiredness, history)
              .of(incoming.type().fields(), names);
      return new NewTable(TypeUtil.assignIncreasingFreshIds(new Schema(columns)), history);
    } catch (ValidationException | IllegalArgumentException e) {
      throw new UnsupportedSchemaException(
          "", "no table can have these columns: " + e.getMessage() + "; rename one of them");
    }
  }

  /** The columns. */
  public Schema schema() {
    return schema;
  }

  /**
   * What the table is to remember from its first commit on.
   *
   * @param created the schema with the ids that the catalog gave
   */
  public FieldHistory historyOf(Schema created) {
    return history.of(created, true);
  }
}
