/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.layout.ColumnTransform;
import io.tidewater.connector.config.layout.SortField;
import io.tidewater.connector.config.layout.Transform;
import io.tidewater.format.deadletter.DeadLetterColumn;
import java.util.List;
import java.util.OptionalInt;

/**
 * What holds for one table.
 *
 * @param branch the branch that is committed to
 * @param idColumns the columns that identify a row; none for the key of its record
 * @param partitionBy the partition spec of the table when it is created
 * @param sortBy the sort order of the table when it is created
 * @param cadence when it is committed
 * @param writeMode what a record does to earlier rows of its key
 * @param tombstones what becomes of records without a value
 */
public record TableSettings(
    String branch,
    List<String> idColumns,
    List<ColumnTransform> partitionBy,
    List<SortField> sortBy,
    Cadence cadence,
    WriteMode writeMode,
    TombstonePolicy tombstones) {
  public TableSettings {
    idColumns = List.copyOf(idColumns);
    partitionBy = List.copyOf(partitionBy);
    sortBy = List.copyOf(sortBy);
  }

  /** What holds for a dead-letter table: one partition a day, so that old ones go as a whole. */
  public TableSettings ofDeadLetters(String committedBranch) {
    ColumnTransform day =
        new ColumnTransform(
            Transform.DAY, DeadLetterColumn.REJECTED_AT.columnName(), OptionalInt.empty());
    return new TableSettings(
        committedBranch,
        List.of(),
        List.of(day),
        List.of(),
        cadence,
        WriteMode.APPEND,
        TombstonePolicy.KEEP);
  }
}
