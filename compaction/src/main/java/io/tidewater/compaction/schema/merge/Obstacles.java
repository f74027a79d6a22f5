/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.conversion.Fit;
import io.tidewater.format.schema.FieldHistory;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.SortField;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types.NestedField;

/** Why a family cannot be merged, as far as metadata tells. */
final class Obstacles {
  private Obstacles() {}

  /** What is in the way and what to do; empty if nothing is. */
  static Optional<String> of(Table table, String branch, ColumnFamily family) {
    return Optional.<String>empty()
        .or(() -> types(family))
        .or(() -> layout(table, family))
        .or(() -> ownFields(table, family))
        .or(() -> branches(table, branch));
  }

  private static Optional<String> types(ColumnFamily family) {
    if (family.members().anyMatch(column -> column.type().isNestedType())) {
      return Optional.of(
          family.merged().name()
              + ": only columns of plain types are merged; move the values with a query of your"
              + " own");
    }
    NestedField merged = family.merged();
    return family.older().stream()
        .filter(older -> Conversions.fit(older.type(), merged.type()) == Fit.NEVER)
        .findFirst()
        .map(
            older ->
                "%s is %s and %s is %s: no value of the one can be one of the other; move the values"
                        .formatted(older.name(), older.type(), merged.name(), merged.type())
                    + " with a query of your own, which knows what they mean");
  }

  private static Optional<String> layout(Table table, ColumnFamily family) {
    Set<Integer> laidOut = new HashSet<>(table.schema().identifierFieldIds());
    for (PartitionSpec spec : table.specs().values()) {
      spec.fields().stream().map(PartitionField::sourceId).forEach(laidOut::add);
    }
    for (SortOrder order : table.sortOrders().values()) {
      order.fields().stream().map(SortField::sourceId).forEach(laidOut::add);
    }
    return family
        .members()
        .filter(column -> laidOut.contains(column.fieldId()))
        .findFirst()
        .map(
            column ->
                column.name()
                    + " identifies, partitions or sorts the rows; lay the table out by another"
                    + " column first");
  }

  /** A version that has names of its own is some field's column, and only looks like a version. */
  private static Optional<String> ownFields(Table table, ColumnFamily family) {
    FieldHistory history = FieldHistory.of(table.properties());
    return family
        .members()
        .filter(column -> column.fieldId() != family.wanted().fieldId())
        .filter(
            column ->
                history.names().containsKey(column.fieldId())
                    || history.numbers().values().stream()
                        .anyMatch(ids -> ids.containsValue(column.fieldId())))
        .findFirst()
        .map(
            column ->
                column.name()
                    + " is the column of a field of that name, no version; take "
                    + family.wanted().name()
                    + " out of "
                    + MergeOptions.COLUMNS.name());
  }

  private static Optional<String> branches(Table table, String branch) {
    return table.refs().entrySet().stream()
        .filter(ref -> ref.getValue().isBranch() && !ref.getKey().equals(branch))
        .map(Map.Entry<String, SnapshotRef>::getKey)
        .findFirst()
        .map(
            other ->
                "the table has a branch "
                    + other
                    + ", whose rows would have the new names without the values; merge or drop it"
                    + " first");
  }
}
