/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config.keys;

import static io.tidewater.connector.config.keys.ApacheOption.accepted;
import static io.tidewater.connector.config.keys.ApacheOption.refused;
import static io.tidewater.connector.config.keys.ApacheOption.refusedWhenTrue;
import static io.tidewater.connector.config.keys.ApacheOption.withoutEffect;

import java.util.List;

/** Every option of the Apache Iceberg sink and of its ancestor, and what becomes of it here. */
public final class ApacheOptions {
  private static final String NO_CONTROL_TOPIC =
      "There is no control topic: offsets are committed with the rows, in the table.";
  private static final String NO_COORDINATOR =
      "There is no coordinator: each task commits its own tables.";
  private static final String NEVER_RELEASED = "No release of the Apache sink has it; use ";
  private static final String NO_CHANGE_LOG =
      "Change logs are not applied: updates and deletes would become plain rows.";
  private static final String DEFAULT_DIFFERS =
      "Where topics name the tables, which the Apache sink cannot do, it is true unless set.";
  private static final String ONLY_LISTED =
      "Refused for a table that iceberg.tables does not list.";

  /** All of them, in the order of the Apache sink's documentation. */
  public static final List<ApacheOption> ALL =
      List.of(
          accepted(
              "iceberg.tables",
              "Where it is unset and iceberg.tables.dynamic-enabled is false, topics name the"
                  + " tables; the Apache sink refuses that."),
          accepted(
              "iceberg.tables.dynamic-enabled", "Records of a missing table are never left out."),
          accepted(
              "iceberg.tables.route-field",
              "A record that no table takes is rejected, not left out in silence; see"
                  + " tidewater.on-unrouted."),
          accepted("iceberg.tables.default-commit-branch", ""),
          accepted(
              "iceberg.tables.default-id-columns",
              "The key with tidewater.write.mode=upsert; appended rows have no use for them."),
          accepted(
              "iceberg.tables.default-partition-by",
              "Also identity(c) and void(c). A spec that cannot be built is an error, never an"
                  + " unpartitioned table."),
          accepted("iceberg.tables.auto-create-enabled", DEFAULT_DIFFERS),
          accepted("iceberg.tables.evolve-schema-enabled", DEFAULT_DIFFERS),
          accepted("iceberg.tables.schema-force-optional", ""),
          accepted("iceberg.tables.schema-case-insensitive", ""),
          accepted("iceberg.tables.auto-create-props.*", ""),
          accepted("iceberg.tables.write-props.*", ""),
          accepted("iceberg.table.<table>.commit-branch", ONLY_LISTED),
          accepted("iceberg.table.<table>.id-columns", ONLY_LISTED),
          accepted("iceberg.table.<table>.partition-by", ONLY_LISTED),
          accepted(
              "iceberg.table.<table>.route-regex",
              "With iceberg.tables.route-field every listed table needs one, without it none may"
                  + " have one."),
          withoutEffect("iceberg.control.topic", NO_CONTROL_TOPIC),
          withoutEffect("iceberg.control.group-id-prefix", NO_CONTROL_TOPIC),
          withoutEffect(
              "iceberg.control.group-id",
              NO_CONTROL_TOPIC
                  + " To begin where that group stopped, set consumer.override.group.id to it and"
                  + " tidewater.start to group."),
          accepted(
              "iceberg.control.commit.interval-ms",
              "Each table has its own clock, which starts with the first record that waits."),
          withoutEffect(
              "iceberg.control.commit.timeout-ms", NO_COORDINATOR + " No task waits for another."),
          accepted("iceberg.control.commit.threads", "For each task; 4 unless set."),
          withoutEffect(
              "iceberg.control.commit.max-consecutive-failures",
              "A table whose commit fails is tried again with a growing delay, by itself; the"
                  + " others go on."),
          withoutEffect("iceberg.coordinator.transactional.prefix", NO_COORDINATOR),
          withoutEffect("iceberg.coordinator.transactional.suffix", NO_COORDINATOR),
          withoutEffect("iceberg.coordinator-executor-keep-alive-timeout-ms", NO_COORDINATOR),
          accepted(
              "iceberg.connect.group-id",
              "If it is the group that Connect reads with; another one is refused."),
          accepted("iceberg.catalog", ""),
          accepted("iceberg.catalog.*", ""),
          accepted("iceberg.hadoop-conf-dir", ""),
          accepted("iceberg.hadoop.*", ""),
          accepted(
              "iceberg.kafka.*",
              "For the client that asks for topic ids and offsets, as there is no control topic."),
          refused("iceberg.tables.cdc-field", NO_CHANGE_LOG),
          refusedWhenTrue("iceberg.tables.upsert-mode-enabled", "Use tidewater.write.mode=upsert."),
          refused(
              "iceberg.tables.topic-to-table-mapping",
              NEVER_RELEASED + "tidewater.table.override.<n>.regex and .table."),
          refused("iceberg.tables.route-pattern", NEVER_RELEASED + "tidewater.table.template."),
          refused("iceberg.tables.router-class", NEVER_RELEASED + "tidewater.table.template."));

  private ApacheOptions() {}
}
