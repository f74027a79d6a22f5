/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.redrive;

import io.tidewater.format.deadletter.DeadLetterColumn;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;

/**
 * Which dead letters are meant.
 *
 * @param topic of this topic only
 * @param partition of partitions of this number only
 * @param fromOffset the first offset
 * @param toOffset the offset behind the last one
 */
public record Selection(
    Optional<String> topic, OptionalInt partition, long fromOffset, long toOffset) {
  /** All of them. */
  public static final Selection ALL =
      new Selection(Optional.empty(), OptionalInt.empty(), 0, Long.MAX_VALUE);

  Expression filter() {
    Expression filter =
        Expressions.and(
            Expressions.greaterThanOrEqual(DeadLetterColumn.OFFSET.columnName(), fromOffset),
            Expressions.lessThan(DeadLetterColumn.OFFSET.columnName(), toOffset));
    if (topic.isPresent()) {
      filter =
          Expressions.and(
              filter, Expressions.equal(DeadLetterColumn.TOPIC.columnName(), topic.get()));
    }
    return partition.isPresent()
        ? Expressions.and(
            filter,
            Expressions.equal(DeadLetterColumn.PARTITION.columnName(), partition.getAsInt()))
        : filter;
  }
}
