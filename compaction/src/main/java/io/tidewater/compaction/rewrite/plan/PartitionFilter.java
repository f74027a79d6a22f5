/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.plan;

import io.tidewater.compaction.observe.Partition;
import java.util.Objects;
import java.util.Set;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.expressions.UnboundTerm;
import org.apache.iceberg.transforms.Transform;
import org.jspecify.annotations.Nullable;

/** A filter that lets the manifests of other partitions be skipped. May let others pass. */
final class PartitionFilter {
  private static final int MANY = 50;

  private PartitionFilter() {}

  static Expression of(Set<Partition> partitions, Table table) {
    if (partitions.size() > MANY) {
      return Expressions.alwaysTrue();
    }
    return partitions.stream()
        .map(partition -> of(partition, table))
        .reduce(Expressions::or)
        .orElse(Expressions.alwaysTrue());
  }

  private static Expression of(Partition partition, Table table) {
    PartitionSpec spec = Objects.requireNonNull(table.specs().get(partition.specId()), "spec");
    Expression all = Expressions.alwaysTrue();
    for (int i = 0; i < spec.fields().size(); i++) {
      PartitionField field = spec.fields().get(i);
      String column = table.schema().findColumnName(field.sourceId());
      Object value = partition.values().get(i);
      if (column != null && comparable(value) && !field.transform().isVoid()) {
        all = Expressions.and(all, equal(column, field.transform(), value));
      }
    }
    return all;
  }

  private static boolean comparable(@Nullable Object value) {
    return value != null
        && !(value instanceof Double number && number.isNaN())
        && !(value instanceof Float other && other.isNaN());
  }

  @SuppressWarnings("unchecked") // A partition value is what its field's transform makes.
  private static <T> Expression equal(String column, Transform<?, ?> transform, T value) {
    if (transform.isIdentity()) {
      return Expressions.equal(column, value);
    }
    UnboundTerm<T> term = Expressions.transform(column, (Transform<?, T>) transform);
    return Expressions.equal(term, value);
  }
}
