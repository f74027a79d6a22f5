/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.upkeep;

import io.tidewater.compaction.policy.PolicyOption;
import java.time.Duration;
import java.util.List;

/** How schemas in a table's metadata are kept in order. */
public final class UpkeepOptions {
  public static final PolicyOption<Boolean> CLEAN =
      PolicyOption.flag(
          "schema.clean",
          true,
          "Whether schemas and partition specs that no snapshot uses are taken out of a table's"
              + " metadata, which every reader loads.");

  public static final PolicyOption<Duration> CLEAN_AGE =
      PolicyOption.duration(
          "schema.clean-age",
          Duration.ofDays(1),
          "How long the present schema and partition spec must have been in use before older ones"
              + " are taken out: a writer may have begun a file with an older spec, and could not"
              + " commit it.");

  public static final PolicyOption<Long> CLEAN_COUNT =
      PolicyOption.count(
          "schema.clean-count",
          10,
          "How many unused schemas and partition specs are worth a commit.");

  public static final PolicyOption<Boolean> REPORT_EMPTY_COLUMNS =
      PolicyOption.flag(
          "schema.report-empty-columns",
          false,
          "Whether columns that are null in all rows are reported. Reads all manifests each time.");

  /** All of them. */
  public static final List<PolicyOption<?>> ALL =
      List.of(CLEAN, CLEAN_AGE, CLEAN_COUNT, REPORT_EMPTY_COLUMNS);

  private UpkeepOptions() {}
}
