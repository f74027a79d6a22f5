/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import org.apache.iceberg.Schema;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.StructType;

/** The schema that a table starts with. */
public final class TableSchema {
  private TableSchema() {}

  /**
   * The schema of a new table for records of a type. Columns stand in the order of the incoming
   * fields; ids are given in that order from 1, those of nested fields after those of the level
   * above (a catalog may number them anew).
   *
   * @param incoming the type of the records' values, metadata columns included
   * @throws UnsupportedSchemaException if two columns have the same full name
   */
  public static Schema of(StructType incoming, Requiredness requiredness) {
    StructType columns =
        requiredness == Requiredness.AS_DECLARED ? incoming : Relaxed.struct(incoming);
    try {
      return TypeUtil.assignIncreasingFreshIds(new Schema(columns.fields()));
    } catch (ValidationException | IllegalArgumentException e) {
      throw new UnsupportedSchemaException(
          "", "no table can have these columns: " + e.getMessage() + "; rename one of them");
    }
  }
}
