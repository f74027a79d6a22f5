/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.layout.ColumnTransform;
import io.tidewater.connector.config.layout.SortField;
import java.util.List;

/**
 * What holds for one table.
 *
 * @param branch the branch that is committed to
 * @param idColumns the columns that identify a row
 * @param partitionBy the partition spec of the table when it is created
 * @param sortBy the sort order of the table when it is created
 * @param cadence when it is committed
 */
public record TableSettings(
    String branch,
    List<String> idColumns,
    List<ColumnTransform> partitionBy,
    List<SortField> sortBy,
    Cadence cadence) {
  public TableSettings {
    idColumns = List.copyOf(idColumns);
    partitionBy = List.copyOf(partitionBy);
    sortBy = List.copyOf(sortBy);
  }
}
