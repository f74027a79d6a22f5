/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.offsets;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * How a topic and a table agree: a report for every partition that either of them knows, in order.
 */
public record TopicComparison(List<PartitionReport> partitions) {
  public TopicComparison {
    partitions = List.copyOf(partitions);
  }

  /** Compares the two sides, each by partition number. */
  public static TopicComparison of(
      Map<Integer, PartitionLog> logs, Map<Integer, PartitionRows> rows) {
    SortedSet<Integer> numbers = new TreeSet<>(logs.keySet());
    numbers.addAll(rows.keySet());
    return new TopicComparison(
        numbers.stream()
            .map(
                number ->
                    PartitionReport.of(
                        number,
                        logs.getOrDefault(number, PartitionLog.absent()),
                        rows.getOrDefault(number, new PartitionRows())))
            .toList());
  }

  /** Rows of the table, repeated ones too. */
  public long rows() {
    return sum(PartitionReport::rows);
  }

  /** Records of the topic. */
  public long records() {
    return sum(PartitionReport::records);
  }

  public long missing() {
    return sum(report -> report.missing().count());
  }

  public long duplicates() {
    return sum(report -> report.duplicates().count());
  }

  /** Whether every record is in the table, and no row twice. */
  public boolean agrees() {
    return missing() == 0 && duplicates() == 0;
  }

  private long sum(ToLongFunction<PartitionReport> count) {
    return partitions.stream().mapToLong(count).sum();
  }
}
