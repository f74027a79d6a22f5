/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.row;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/** Sorts rows in a bounded part of the heap, and on local disk beyond it. Stable in memory. */
final class ExternalSort implements Closeable {
  private final RowOrder order;
  private final SortedRuns runs;
  private final long memory;
  private List<SortableRow> held = new ArrayList<>();
  private long heldBytes;

  /**
   * @param memory bytes of rows that may be held
   */
  ExternalSort(RowOrder order, SortedRuns runs, long memory) {
    this.order = order;
    this.runs = runs;
    this.memory = memory;
  }

  void add(Record row) throws IOException {
    SortableRow sortable = order.sortable(row);
    held.add(sortable);
    heldBytes += RowSize.of(row) + keyBytes(sortable.key());
    if (heldBytes >= memory) {
      spill();
    }
  }

  private static long keyBytes(Object key) {
    return key instanceof byte[] bytes ? RowSize.of(bytes) : RowSize.of(null);
  }

  private void spill() throws IOException {
    held.sort(order);
    runs.add(held);
    held = new ArrayList<>();
    heldBytes = 0;
  }

  /** All rows in order. Nothing may be added any more. */
  CloseableIterable<Record> sorted() throws IOException {
    if (runs.isEmpty()) {
      held.sort(order);
      return CloseableIterable.transform(CloseableIterable.withNoopClose(held), SortableRow::row);
    }
    spill();
    return CloseableIterable.transform(runs.merge(), SortableRow::row);
  }

  @Override
  public void close() {
    runs.close();
  }
}
