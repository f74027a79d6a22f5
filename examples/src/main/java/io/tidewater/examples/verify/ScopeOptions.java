/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.verify;

import io.tidewater.examples.kafka.Isolation;
import io.tidewater.examples.table.OffsetColumns;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that say what is compared. */
final class ScopeOptions {
  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "How long to wait for the table to catch up. Default: ${DEFAULT-VALUE}.")
  private long wait;

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      defaultValue = "main",
      description = "The table's branch. Default: ${DEFAULT-VALUE}.")
  private String branch = "";

  @Option(
      names = "--isolation",
      paramLabel = "LEVEL",
      defaultValue = "read_uncommitted",
      description =
          "Whether records of aborted transactions count: ${COMPLETION-CANDIDATES}. Set it as the"
              + " sink's consumer has it. Default: ${DEFAULT-VALUE}, as in Kafka Connect.")
  private Isolation isolation = Isolation.READ_UNCOMMITTED;

  @Option(
      names = "--until-offsets",
      paramLabel = "OFFSETS",
      defaultValue = "now",
      converter = Limits.Parser.class,
      description =
          "Where to stop: `now` for the ends of the partitions at start, or earlier ends for some"
              + " of them, as PARTITION:OFFSET,… Default: ${DEFAULT-VALUE}.")
  private Limits limits = Limits.NOW;

  @Option(
      names = "--partition-column",
      paramLabel = "NAME",
      defaultValue = "_kafka_partition",
      description = "The column with a row's Kafka partition. Default: ${DEFAULT-VALUE}.")
  private String partitionColumn = "";

  @Option(
      names = "--offset-column",
      paramLabel = "NAME",
      defaultValue = "_kafka_offset",
      description = "The column with its offset. Default: ${DEFAULT-VALUE}.")
  private String offsetColumn = "";

  @Option(
      names = "--topic-column",
      paramLabel = "NAME",
      defaultValue = "_kafka_topic",
      description = "The column with its topic, if the table has one. Default: ${DEFAULT-VALUE}.")
  private String topicColumn = "";

  Scope scope() {
    OffsetColumns columns = new OffsetColumns(partitionColumn, offsetColumn, topicColumn);
    return new Scope(isolation, limits.ends(), branch, columns, Duration.ofSeconds(wait));
  }
}
