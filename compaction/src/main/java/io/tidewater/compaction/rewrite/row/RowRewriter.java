/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.row;

import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.GroupRewriter;
import io.tidewater.compaction.rewrite.Ordering;
import io.tidewater.compaction.rewrite.Pulse;
import io.tidewater.compaction.rewrite.Rewriting;
import io.tidewater.compaction.rewrite.RewrittenGroup;
import io.tidewater.compaction.rewrite.RewrittenGroup.Method;
import io.tidewater.compaction.rewrite.RowMoves;
import io.tidewater.compaction.rewrite.RowMoves.Place;
import io.tidewater.compaction.rewrite.Workplace;
import io.tidewater.compaction.task.MemoryBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.PropertyUtil;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a group row by row, which suits every group. Tells where rows went if they keep their
 * order and their partition. Thread-safe as long as nobody refreshes the table.
 */
public final class RowRewriter implements GroupRewriter {
  /** Takes every group. */
  public static final Rewriting EVERY_GROUP =
      (table, group, workplace) -> Optional.of(new RowRewriter(table, workplace));

  private final Table table;
  private final GroupSchema schema;
  private final Workplace workplace;

  public RowRewriter(Table table, Workplace workplace) {
    this.table = table;
    this.schema = GroupSchema.of(table);
    this.workplace = workplace;
  }

  @Override
  public RewrittenGroup rewrite(FileGroup group, Pulse pulse) {
    MemoryNeed need = MemoryNeed.of(group, workplace.memory(), openRowGroups(group));
    try (MemoryBudget.Share share = workplace.memory().take(need.bytes())) {
      RowSink sink = sink(group);
      GroupReader reader =
          new GroupReader(table, schema, new SharedDeletes(table.io(), need.deletes(share)));
      Progress progress = new Progress(pulse, sink);
      RowMoves moves;
      try (sink) {
        if (group.ordering() instanceof Ordering.AsTheyStood) {
          moves = copy(group, reader, sink, progress);
        } else {
          sort(group, reader, sink, progress, need.sorting(share));
          moves = null;
        }
      }
      progress.beat();
      return new RewrittenGroup(
          group.id(), sink.files(), moves, Map.of(Method.ROWS, group.inputBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RowSink sink(FileGroup group) {
    OutputFiles outputs = new OutputFiles(table, schema.written(), group, workplace.ids().get());
    return spreads(group)
        ? new ManyPartitions(outputs, schema.written())
        : new OnePartition(outputs, partition(group));
  }

  private long openRowGroups(FileGroup group) {
    long rowGroup =
        PropertyUtil.propertyAsLong(
            table.properties(),
            TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES,
            TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES_DEFAULT);
    return spreads(group) ? ManyPartitions.OPEN_FILES * rowGroup : rowGroup;
  }

  private static boolean spreads(FileGroup group) {
    return group.inputs().stream().anyMatch(task -> task.file().specId() != group.outputSpecId());
  }

  private static StructLike partition(FileGroup group) {
    return group.inputs().get(0).file().partition();
  }

  private @Nullable RowMoves copy(
      FileGroup group, GroupReader reader, RowSink sink, Progress progress) throws IOException {
    @Nullable MoveLog log = spreads(group) ? null : new MoveLog();
    for (FileScanTask task : group.inputs()) {
      progress.begin(task.file());
      if (log != null) {
        log.begin(task.file().location(), task.file().recordCount());
      }
      try (CloseableIterable<Record> rows = reader.read(task)) {
        for (Record row : rows) {
          Place place = sink.write(row);
          if (log != null) {
            log.moved(row.get(schema.positionColumn(), Long.class), place);
          }
          progress.row();
        }
      }
      if (log != null) {
        log.end();
      }
      progress.end();
    }
    return log == null ? null : log.moves();
  }

  private void sort(
      FileGroup group, GroupReader reader, RowSink sink, Progress progress, long memory)
      throws IOException {
    RowOrder order = order(group.ordering());
    SortedRuns runs =
        new SortedRuns(schema.written(), order, workplace.spillFolder(), workplace.ids().get());
    try (ExternalSort sort = new ExternalSort(order, runs, memory)) {
      for (FileScanTask task : group.inputs()) {
        progress.begin(task.file());
        try (CloseableIterable<Record> rows = reader.read(task)) {
          for (Record row : rows) {
            sort.add(row);
            progress.row();
          }
        }
        progress.end();
      }
      long rows = 0;
      try (CloseableIterable<Record> sorted = sort.sorted()) {
        for (Record row : sorted) {
          sink.write(row);
          if (++rows % Progress.ROWS_PER_BEAT == 0) {
            progress.beat();
          }
        }
      }
    }
  }

  private RowOrder order(Ordering ordering) {
    if (ordering instanceof Ordering.Sorted sorted) {
      return RowOrder.by(
          schema.written(),
          Objects.requireNonNull(table.sortOrders().get(sorted.sortOrderId()), "sort order"));
    }
    if (ordering instanceof Ordering.Zorder zorder) {
      return new ZorderCurve(schema.written(), zorder.columns());
    }
    throw new IllegalArgumentException("Nothing to sort by: " + ordering);
  }
}
