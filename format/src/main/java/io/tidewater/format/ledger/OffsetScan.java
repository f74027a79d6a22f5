/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which offsets the rows of a branch head come from. Reads the offset columns only, of
 * files whose bounds meet what is asked for. Sees the table as of its last refresh.
 */
public final class OffsetScan {
  private final Table table;
  private final String branch;
  private final Optional<String> soleTopic;
  private final OffsetColumns columns;

  /**
   * @param soleTopic the topic of rows that do not name it
   * @throws IllegalArgumentException the table has no offset columns, or its rows tell no topic
   */
  public OffsetScan(Table table, String branch, Optional<String> soleTopic) {
    this.table = table;
    this.branch = branch;
    this.soleTopic = soleTopic;
    this.columns =
        OffsetColumns.of(table.schema())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "table "
                            + table.name()
                            + " has no columns _kafka_partition and _kafka_offset, so nobody can"
                            + " tell which records are in it"));
    if (columns.topic().isEmpty() && soleTopic.isEmpty()) {
      throw new IllegalArgumentException(
          "table " + table.name() + " has no column _kafka_topic, and several topics feed it");
    }
  }

  /** The offsets within ranges that have a row. */
  public Map<SourcePartition, NavigableSet<Long>> within(Map<SourcePartition, OffsetRange> ranges) {
    return scan(ranges, (source, offset) -> true);
  }

  /** Those of some offsets that have a row. */
  public Map<SourcePartition, NavigableSet<Long>> among(
      Map<SourcePartition, ? extends NavigableSet<Long>> candidates) {
    Map<SourcePartition, OffsetRange> ranges = new TreeMap<>();
    candidates.forEach(
        (source, offsets) -> {
          if (!offsets.isEmpty()) {
            ranges.put(source, new OffsetRange(offsets.first(), offsets.last() + 1));
          }
        });
    return scan(
        ranges,
        (source, offset) -> {
          NavigableSet<Long> wanted = candidates.get(source);
          return wanted != null && wanted.contains(offset);
        });
  }

  private Map<SourcePartition, NavigableSet<Long>> scan(
      Map<SourcePartition, OffsetRange> ranges, Wanted wanted) {
    Map<SourcePartition, NavigableSet<Long>> found = new TreeMap<>();
    Snapshot head = BranchHead.of(table, branch);
    if (head == null || ranges.isEmpty()) {
      return found;
    }
    try (CloseableIterable<Record> rows =
        IcebergGenerics.read(table)
            .useSnapshot(head.snapshotId())
            .select(columns.names())
            .where(filter(ranges))
            .build()) {
      for (Record row : rows) {
        SourcePartition source = sourceOf(row);
        OffsetRange range = source == null ? null : ranges.get(source);
        if (source != null
            && range != null
            && row.getField(OffsetColumns.OFFSET) instanceof Long offset
            && offset >= range.from()
            && offset < range.to()
            && wanted.test(source, offset)) {
          found.computeIfAbsent(source, added -> new TreeSet<>()).add(offset);
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the offsets of " + table.name(), e);
    }
  }

  private Expression filter(Map<SourcePartition, OffsetRange> ranges) {
    Expression any = Expressions.alwaysFalse();
    for (Map.Entry<SourcePartition, OffsetRange> entry : ranges.entrySet()) {
      Expression rows =
          Expressions.and(
              Expressions.equal(OffsetColumns.PARTITION, entry.getKey().partition()),
              Expressions.greaterThanOrEqual(OffsetColumns.OFFSET, entry.getValue().from()),
              Expressions.lessThan(OffsetColumns.OFFSET, entry.getValue().to()));
      any = Expressions.or(any, rows);
    }
    return any;
  }

  private @Nullable SourcePartition sourceOf(Record row) {
    Object topic =
        columns.topic().isPresent() ? row.getField(OffsetColumns.TOPIC) : soleTopic.orElse(null);
    return topic != null && row.getField(OffsetColumns.PARTITION) instanceof Integer partition
        ? new SourcePartition(topic.toString(), partition)
        : null;
  }

  private interface Wanted {
    boolean test(SourcePartition source, long offset);
  }
}
