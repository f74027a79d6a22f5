/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.jspecify.annotations.Nullable;

/**
 * Recovers a ledger from the rows of a snapshot: per partition the highest offset, plus one. Column
 * bounds in the manifests suffice where every file holds rows of one partition; else the offset
 * columns, and nothing more, are read.
 */
final class RowOffsets {
  private final Table table;
  private final OffsetColumns columns;

  RowOffsets(Table table, OffsetColumns columns) {
    this.table = table;
    this.columns = columns;
  }

  /**
   * @param head the snapshot; null for a branch without one, which holds nothing
   * @param hint the last ledger on record: it gives the topics' ids, which rows do not have
   * @param soleTopic the topic of rows that do not name it
   * @return empty where rows do not name their topic and nothing else does
   */
  Optional<Ledger> ledger(
      @Nullable Snapshot head, Optional<Ledger> hint, Optional<String> soleTopic) {
    if (head == null) {
      return Optional.of(Ledger.EMPTY);
    }
    Optional<String> topic = hint.flatMap(RowOffsets::onlyTopic).or(() -> soleTopic);
    if (columns.topic().isEmpty() && topic.isEmpty()) {
      return Optional.empty();
    }
    String fallback = topic.orElse("");
    Map<String, SortedMap<Integer, Long>> next = new TreeMap<>();
    if (!fromBounds(head, fallback, next)) {
      next.clear();
      fromRows(head, fallback, next);
    }
    Ledger ledger = Ledger.EMPTY;
    for (Map.Entry<String, SortedMap<Integer, Long>> entry : next.entrySet()) {
      TopicId id = hint.map(known -> known.topicId(entry.getKey())).orElse(TopicId.UNKNOWN);
      ledger = ledger.with(entry.getKey(), id, entry.getValue());
    }
    return Optional.of(ledger);
  }

  private static Optional<String> onlyTopic(Ledger ledger) {
    return ledger.topics().size() == 1 ? Optional.of(ledger.topics().firstKey()) : Optional.empty();
  }

  /** Returns false as soon as one file's bounds do not tell. */
  private boolean fromBounds(
      Snapshot head, String fallback, Map<String, SortedMap<Integer, Long>> next) {
    try (CloseableIterable<FileScanTask> files =
        table.newScan().useSnapshot(head.snapshotId()).includeColumnStats().planFiles()) {
      for (FileScanTask task : files) {
        OffsetBounds bounds = OffsetBounds.of(task.file(), columns, fallback);
        if (bounds instanceof OffsetBounds.Exact exact) {
          raise(next, exact.topic(), exact.partition(), exact.lastOffset());
        } else if (bounds instanceof OffsetBounds.Unclear) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fromRows(
      Snapshot head, String fallback, Map<String, SortedMap<Integer, Long>> next) {
    try (CloseableIterable<Record> rows =
        IcebergGenerics.read(table)
            .useSnapshot(head.snapshotId())
            .select(columns.names())
            .build()) {
      for (Record row : rows) {
        Object partition = row.getField(OffsetColumns.PARTITION);
        Object offset = row.getField(OffsetColumns.OFFSET);
        Object topic = columns.topic().isPresent() ? row.getField(OffsetColumns.TOPIC) : fallback;
        // Rows of other writers have no offset.
        if (partition instanceof Integer number && offset instanceof Long value && topic != null) {
          raise(next, topic.toString(), number, value);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void raise(
      Map<String, SortedMap<Integer, Long>> next, String topic, int partition, long lastOffset) {
    next.computeIfAbsent(topic, name -> new TreeMap<>())
        .merge(partition, lastOffset + 1, Math::max);
  }
}
