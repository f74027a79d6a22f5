/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.verify;

import io.tidewater.examples.kafka.Isolation;
import io.tidewater.examples.table.Head;
import io.tidewater.examples.table.OffsetColumns;
import java.time.Duration;
import java.util.Map;

/**
 * What of the topic and the table is compared.
 *
 * @param isolation which records of transactions count
 * @param limits ends for some partitions; the others go to the end of their log as it is at start
 * @param branch the branch of the table
 * @param columns the columns that say where a row came from
 * @param patience how long to wait for the table to catch up
 */
public record Scope(
    Isolation isolation,
    Map<Integer, Long> limits,
    String branch,
    OffsetColumns columns,
    Duration patience) {
  /** All that the sink writes with its defaults, as it is now. */
  public static final Scope EVERYTHING =
      new Scope(
          Isolation.READ_UNCOMMITTED,
          Map.of(),
          Head.MAIN,
          new OffsetColumns("_kafka_partition", "_kafka_offset", "_kafka_topic"),
          Duration.ZERO);

  public Scope {
    limits = Map.copyOf(limits);
  }

  /** This scope, with time for the table to catch up. */
  public Scope waiting(Duration time) {
    return new Scope(isolation, limits, branch, columns, time);
  }
}
