/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.statistics;

import io.tidewater.compaction.policy.PolicyOption;
import java.time.Duration;
import java.util.List;

/** What a policy says of statistics. */
public final class StatisticsOptions {
  public static final PolicyOption<Boolean> PARTITIONS =
      PolicyOption.flag(
          "statistics.partitions",
          false,
          "Whether counts of rows, files and deletes are kept for each partition. Reads metadata"
              + " only.");

  public static final PolicyOption<List<String>> DISTINCT_COLUMNS =
      PolicyOption.list(
          "statistics.distinct-columns",
          List.of(),
          "Columns of which the number of distinct values is kept, for the optimizers of Spark and"
              + " Trino. Reads those columns of all new files.");

  public static final PolicyOption<Duration> INTERVAL =
      PolicyOption.duration(
          "statistics.interval",
          Duration.ofHours(6),
          "Statistics younger than this are good enough.");

  public static final PolicyOption<Double> MIN_CHANGE =
      PolicyOption.ratio(
          "statistics.min-change",
          0.1,
          "Statistics are good enough while fewer rows were added, for each row of the table.");

  public static final PolicyOption<Double> MAX_REMOVED =
      PolicyOption.ratio(
          "statistics.max-removed",
          0.2,
          "Distinct values are counted from all files again when more rows were removed since"
              + " the last time, for each row of the table.");

  public static final PolicyOption<Long> MAX_BYTES =
      PolicyOption.bytes(
          "statistics.max-bytes",
          100L << 30,
          "Distinct values are not counted if more bytes of columns would have to be read.");

  /** All of them. */
  public static final List<PolicyOption<?>> ALL =
      List.of(PARTITIONS, DISTINCT_COLUMNS, INTERVAL, MIN_CHANGE, MAX_REMOVED, MAX_BYTES);

  private StatisticsOptions() {}
}
