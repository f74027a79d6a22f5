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

  /** Compares a topic with a table that has no dead letters, each by partition number. */
  public static TopicComparison of(
      Map<Integer, PartitionLog> logs, Map<Integer, PartitionRows> rows) {
    return of(logs, rows, Map.of());
  }

  /**
   * Compares a topic with a table and its dead letters, each by partition number. A record that is
   * a dead letter is not missing.
   */
  public static TopicComparison of(
      Map<Integer, PartitionLog> logs,
      Map<Integer, PartitionRows> rows,
      Map<Integer, PartitionRows> deadLetters) {
    SortedSet<Integer> numbers = new TreeSet<>(logs.keySet());
    numbers.addAll(rows.keySet());
    return new TopicComparison(
        numbers.stream()
            .map(
                number ->
                    PartitionReport.of(
                        number,
                        logs.getOrDefault(number, PartitionLog.absent()),
                        rows.getOrDefault(number, new PartitionRows()),
                        deadLetters.getOrDefault(number, new PartitionRows())))
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

  /** Rows, and dead letters, beyond the first of their offset. */
  public long duplicates() {
    return sum(report -> report.duplicates().count());
  }

  /** Records that are not in the table and kept as dead letters. */
  public long deadLetters() {
    return sum(PartitionReport::deadLetters);
  }

  /** Whether every record is in the table or kept as a dead letter, and none twice. */
  public boolean agrees() {
    return missing() == 0 && duplicates() == 0;
  }

  private long sum(ToLongFunction<PartitionReport> count) {
    return partitions.stream().mapToLong(count).sum();
  }
}
