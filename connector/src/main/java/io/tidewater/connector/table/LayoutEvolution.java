/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.table;

import io.tidewater.connector.config.layout.ColumnTransform;
import io.tidewater.connector.config.layout.SortField;
import io.tidewater.connector.config.layout.Transform;
import java.util.List;
import org.apache.iceberg.NullOrder;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.ReplaceSortOrder;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortDirection;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.UpdatePartitionSpec;

/** Brings the partition spec and sort order of a table to what is configured, if that differs. */
final class LayoutEvolution {
  private final TableLayout layout;

  LayoutEvolution(TableLayout layout) {
    this.layout = layout;
  }

  /**
   * Changes a table in one commit; returns whether there was anything to change.
   *
   * @throws org.apache.iceberg.exceptions.ValidationException the layout does not go with the
   *     table's columns
   * @throws org.apache.iceberg.exceptions.CommitFailedException somebody else has changed the table
   *     in the meantime
   */
  boolean apply(Table table) {
    boolean spec = specDiffers(table);
    boolean order = orderDiffers(table);
    if (!spec && !order) {
      return false;
    }
    Transaction transaction = table.newTransaction();
    if (spec) {
      changeSpec(table, transaction.updateSpec());
    }
    if (order) {
      changeOrder(transaction.replaceSortOrder());
    }
    transaction.commitTransaction();
    return true;
  }

  private boolean specDiffers(Table table) {
    List<ColumnTransform> wanted = layout.settings().partitionBy();
    if (wanted.isEmpty()) {
      return false;
    }
    List<PartitionField> fields = layout.spec(table.schema()).fields();
    List<PartitionField> present = table.spec().fields();
    return present.stream().anyMatch(field -> isKept(field) && !contains(fields, field))
        || fields.stream().anyMatch(field -> isKept(field) && !contains(present, field));
  }

  private void changeSpec(Table table, UpdatePartitionSpec update) {
    PartitionSpec wanted = layout.spec(table.schema());
    for (PartitionField field : table.spec().fields()) {
      if (isKept(field) && !contains(wanted.fields(), field)) {
        update.removeField(field.name());
      }
    }
    List<ColumnTransform> terms = layout.settings().partitionBy();
    for (int i = 0; i < terms.size(); i++) {
      boolean isNew = !contains(table.spec().fields(), wanted.fields().get(i));
      if (isNew && terms.get(i).transform() != Transform.VOID) {
        update.addField(terms.get(i).term());
      }
    }
    update.commit();
  }

  private boolean orderDiffers(Table table) {
    Schema schema = table.schema();
    List<SortField> wanted = layout.settings().sortBy();
    SortOrder order = wanted.isEmpty() ? table.sortOrder() : layout.sortOrder(schema);
    return !order.sameOrder(table.sortOrder());
  }

  private void changeOrder(ReplaceSortOrder update) {
    for (SortField field : layout.settings().sortBy()) {
      NullOrder nulls = field.nullOrder();
      if (field.direction() == SortDirection.ASC) {
        update.asc(field.by().term(), nulls);
      } else {
        update.desc(field.by().term(), nulls);
      }
    }
    update.commit();
  }

  /** Version 1 of the format keeps removed fields as void. */
  private static boolean isKept(PartitionField field) {
    return !field.transform().isVoid();
  }

  private static boolean contains(List<PartitionField> fields, PartitionField field) {
    return fields.stream()
        .anyMatch(
            other ->
                other.sourceId() == field.sourceId()
                    && other.transform().equals(field.transform()));
  }
}
