/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.table;

import io.tidewater.examples.offsets.PartitionRows;
import io.tidewater.examples.progress.Progress;
import io.tidewater.examples.progress.ProgressDisplay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;

/** Reads the offset columns of one snapshot, with the deletes that apply to it. */
public final class RowOffsetReader {
  private static final int ROWS_PER_STEP = 10_000;

  private final OffsetColumns columns;
  private final ProgressDisplay display;

  public RowOffsetReader(OffsetColumns columns, ProgressDisplay display) {
    this.columns = columns;
    this.display = display;
  }

  /** Reads the rows of a topic; all rows, where the table does not say which topic they are of. */
  public RowOffsets read(Head head, String topic) {
    Table table = head.table();
    Snapshot snapshot = head.snapshot();
    List<String> selected = columns.of(table);
    if (snapshot == null) {
      return new RowOffsets(new TreeMap<>(), 0);
    }
    IcebergGenerics.ScanBuilder scan =
        IcebergGenerics.read(table)
            .useSnapshot(snapshot.snapshotId())
            .select(selected)
            .reuseContainers();
    if (columns.hasTopic(table.schema())) {
      scan = scan.where(Expressions.equal(columns.topic(), topic));
    }
    try (CloseableIterable<Record> rows = scan.build();
        Progress progress = display.start("table", head.rows())) {
      return gather(rows, progress);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read table " + table.name(), e);
    }
  }

  private RowOffsets gather(CloseableIterable<Record> rows, Progress progress) {
    SortedMap<Integer, PartitionRows> partitions = new TreeMap<>();
    long read = 0;
    long unplaced = 0;
    for (Record row : rows) {
      Object partition = row.getField(columns.partition());
      Object offset = row.getField(columns.offset());
      if (partition instanceof Number number && offset instanceof Number position) {
        partitions
            .computeIfAbsent(number.intValue(), absent -> new PartitionRows())
            .add(position.longValue());
      } else {
        unplaced++;
      }
      if (++read % ROWS_PER_STEP == 0) {
        progress.reached(read);
      }
    }
    progress.reached(read);
    return new RowOffsets(partitions, unplaced);
  }
}
