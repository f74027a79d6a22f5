/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.ttl;

import io.tidewater.compaction.policy.PolicyOption;
import java.time.Duration;
import java.util.List;

/** What a policy can say about rows that outlive their time. */
public final class TtlOptions {
  /** What a whole number in the column counts since 1970-01-01 UTC. */
  public enum Unit {
    DAYS,
    SECONDS,
    MILLISECONDS,
    MICROSECONDS,
    NANOSECONDS
  }

  public static final PolicyOption<String> COLUMN =
      PolicyOption.text(
          "ttl.column",
          "",
          "The column that tells how old a row is: a date, a timestamp (without zone: UTC) or a"
              + " whole number. Rows where it is null stay for ever. Unset: all rows stay.");
  public static final PolicyOption<Duration> AGE =
      PolicyOption.duration(
          "ttl.age",
          Duration.ZERO,
          "Rows whose ttl.column is further back than this are removed from the table for good. 0:"
              + " all rows stay. Snapshots show them until they expire.");
  public static final PolicyOption<Unit> UNIT =
      PolicyOption.choice(
          "ttl.unit",
          Unit.MILLISECONDS,
          "What the ttl.column counts since 1970-01-01 UTC, if it is a whole number.");
  public static final PolicyOption<Double> MIN_EXPIRED_RATIO =
      PolicyOption.ratio(
          "ttl.min-expired-ratio",
          0.3,
          "Single rows of a data file are deleted once about this part of it has expired; files"
              + " of which all rows have expired are dropped at once. 0: whenever any row may"
              + " have, for which such files are read at every look; above 1: only whole files.");
  public static final PolicyOption<Duration> MAX_CLOCK_SKEW =
      PolicyOption.duration(
          "ttl.max-clock-skew",
          Duration.ofHours(1),
          "No row is removed while the clocks of the service and of the storage are further apart"
              + " than this. The earlier of the two counts.");

  private TtlOptions() {}

  /** All of them. */
  public static List<PolicyOption<?>> all() {
    return List.of(COLUMN, AGE, UNIT, MIN_EXPIRED_RATIO, MAX_CLOCK_SKEW);
  }
}
