/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import java.util.function.Predicate;
import org.apache.iceberg.Schema;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.expressions.Expression;

/**
 * Which rows are to go.
 *
 * @param columns what decides it
 * @param pruning true for all files and partitions that may hold such rows
 * @param condition on rows of the columns, in Iceberg's internal values
 */
record Match(Schema columns, Expression pruning, Predicate<StructLike> condition) {
  @Override
  public String toString() {
    return "match on " + columns.columns().size() + " columns";
  }
}
