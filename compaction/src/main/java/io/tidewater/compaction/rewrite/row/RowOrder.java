/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.row;

import java.util.Comparator;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.SortOrderComparators;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;

/** Orders rows. */
interface RowOrder extends Comparator<SortableRow> {
  SortableRow sortable(Record row);

  /** By a sort order of the table. */
  static RowOrder by(Schema schema, SortOrder order) {
    return new BySortOrder(
        new InternalRecordWrapper(schema.asStruct()),
        SortOrderComparators.forSchema(schema, order));
  }

  /** By a sort order; the key is the row with values as Iceberg compares them. */
  record BySortOrder(InternalRecordWrapper wrapper, Comparator<StructLike> comparator)
      implements RowOrder {
    @Override
    public SortableRow sortable(Record row) {
      return new SortableRow(wrapper.copyFor(row), row);
    }

    @Override
    public int compare(SortableRow left, SortableRow right) {
      return comparator.compare((StructLike) left.key(), (StructLike) right.key());
    }
  }
}
