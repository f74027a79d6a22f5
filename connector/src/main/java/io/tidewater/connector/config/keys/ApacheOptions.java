/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config.keys;

import static io.tidewater.connector.config.keys.ApacheOption.Treatment.NO_EFFECT;
import static io.tidewater.connector.config.keys.ApacheOption.Treatment.REFUSED;
import static io.tidewater.connector.config.keys.ApacheOption.Treatment.REFUSED_WHEN_TRUE;

import java.util.List;

/** The Apache Iceberg sink's options without effect here, and those that are refused. */
public final class ApacheOptions {
  private static final String NO_CONTROL_TOPIC =
      "There is no control topic: offsets are committed with the rows, in the table.";
  private static final String NO_COORDINATOR =
      "There is no coordinator: each task commits its own tables.";

  /** All of them, in the order of the Apache sink's documentation. */
  public static final List<ApacheOption> ALL =
      List.of(
          new ApacheOption("iceberg.control.topic", NO_EFFECT, NO_CONTROL_TOPIC),
          new ApacheOption("iceberg.control.group-id-prefix", NO_EFFECT, NO_CONTROL_TOPIC),
          new ApacheOption(
              "iceberg.control.group-id",
              NO_EFFECT,
              NO_CONTROL_TOPIC
                  + " To begin where that group stopped, set iceberg.connect.group-id to it and"
                  + " tidewater.start to group."),
          new ApacheOption(
              "iceberg.control.commit.timeout-ms",
              NO_EFFECT,
              NO_COORDINATOR + " No task waits for another."),
          new ApacheOption(
              "iceberg.control.commit.max-consecutive-failures",
              NO_EFFECT,
              "A table whose commit fails is tried again with a growing delay, by itself; the"
                  + " others go on."),
          new ApacheOption("iceberg.coordinator.transactional.prefix", NO_EFFECT, NO_COORDINATOR),
          new ApacheOption("iceberg.coordinator.transactional.suffix", NO_EFFECT, NO_COORDINATOR),
          new ApacheOption(
              "iceberg.coordinator-executor-keep-alive-timeout-ms", NO_EFFECT, NO_COORDINATOR),
          new ApacheOption(
              "iceberg.tables.cdc-field",
              REFUSED,
              "Rows are appended: updates and deletes would become plain rows."),
          new ApacheOption(
              "iceberg.tables.upsert-mode-enabled",
              REFUSED_WHEN_TRUE,
              "Rows are appended: updates would become plain rows."),
          new ApacheOption(
              "iceberg.tables.topic-to-table-mapping",
              REFUSED,
              "No release of the Apache sink has it; use tidewater.table.template and"
                  + " tidewater.table.override.<n>.regex and .table."),
          new ApacheOption(
              "iceberg.tables.route-pattern",
              REFUSED,
              "No release of the Apache sink has it; use tidewater.table.template."),
          new ApacheOption(
              "iceberg.tables.router-class",
              REFUSED,
              "No release of the Apache sink has it; use tidewater.table.template and its"
                  + " overrides."));

  private ApacheOptions() {}
}
