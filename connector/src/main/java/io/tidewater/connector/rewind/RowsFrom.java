/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.rewind;

import io.tidewater.format.column.MetadataColumn;
import io.tidewater.format.ledger.SourcePartition;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;

/** The rows from given offsets on. */
final class RowsFrom implements Predicate<Record> {
  private final Map<SourcePartition, Long> from;
  private final boolean rowsNameTopic;

  /**
   * @param from for each partition the first offset
   */
  RowsFrom(Schema table, Map<SourcePartition, Long> from) {
    this.from = from;
    this.rowsNameTopic = table.findField(MetadataColumn.TOPIC.columnName()) != null;
  }

  Expression filter() {
    Expression any = Expressions.alwaysFalse();
    for (Map.Entry<SourcePartition, Long> entry : from.entrySet()) {
      Expression rows =
          Expressions.and(
              Expressions.equal(MetadataColumn.PARTITION.columnName(), entry.getKey().partition()),
              Expressions.greaterThanOrEqual(MetadataColumn.OFFSET.columnName(), entry.getValue()));
      if (rowsNameTopic) {
        rows =
            Expressions.and(
                rows, Expressions.equal(MetadataColumn.TOPIC.columnName(), entry.getKey().topic()));
      }
      any = Expressions.or(any, rows);
    }
    return any;
  }

  @Override
  public boolean test(Record row) {
    Object partition = row.getField(MetadataColumn.PARTITION.columnName());
    Object offset = row.getField(MetadataColumn.OFFSET.columnName());
    if (!(partition instanceof Integer number) || !(offset instanceof Long position)) {
      return false;
    }
    Object topic = rowsNameTopic ? row.getField(MetadataColumn.TOPIC.columnName()) : null;
    return from.entrySet().stream()
        .anyMatch(
            entry ->
                entry.getKey().partition() == number
                    && position >= entry.getValue()
                    && (topic == null || entry.getKey().topic().equals(topic.toString())));
  }
}
