/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import io.tidewater.compaction.assess.Maintenances;
import io.tidewater.compaction.metrics.MetricDefinition;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.schedule.KindOptions;
import io.tidewater.compaction.task.TaskKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Prints {@code docs/compaction.md} from the definitions of options, metrics and commands. */
final class CompactionPage {
  private static final String HEAD =
      """
      # The compaction service: options, metrics, commands

      <!-- Printed by CompactionPageTest from the code that it describes. Do not edit. -->

      Options stand in a properties file (`--config FILE`), one a line, or on the command line
      (`--option NAME=VALUE`):

      ```properties
      # The Iceberg catalog: any property of Iceberg's, behind `catalog.`
      catalog.uri=http://127.0.0.1:8181
      catalog.token=${env:LAKE_TOKEN}
      # The schema registry, for the kind `schema`: as the sink's, behind `registry.`
      registry.url=http://127.0.0.1:8081
      # Spark, where it rewrites (`service.engine=spark`): Spark's own settings
      spark.master=spark://127.0.0.1:7077
      # The service
      service.bytes-per-hour=200GB
      # All tables
      window=22:00-06:00 UTC
      # Some tables; the most specific pattern wins
      tables[shop.*].rewrite.target-file-size=256MB
      tables[shop.orders].window=always
      ```

      An option of tables can also be a property of the table itself, behind
      `tidewater.compaction.`; it wins over the file. Where a table sets neither and has Iceberg's own
      property that the option heeds, that serves. A name that is no option is refused, with the
      nearest known one named; among the properties of a table it is a finding, and that table is
      left alone until it is put right. Sizes are `128MB` (of 1024 x 1024), time spans `90s`, `15m`,
      `12h`, `5d`.
      """;

  private final StringBuilder page = new StringBuilder(HEAD);

  static String print() {
    CompactionPage page = new CompactionPage();
    page.serviceOptions();
    page.tableOptions();
    page.metrics();
    page.commands();
    return page.page.toString();
  }

  private void serviceOptions() {
    page.append("\n## Options of the service\n");
    ServiceOptions.groups()
        .forEach(
            (heading, options) -> {
              page.append("\n### ").append(heading).append("\n\n");
              page.append("| option | default | meaning |\n|---|---|---|\n");
              options.forEach(option -> row(option, ""));
            });
  }

  private void tableOptions() {
    page.append("\n## Options of tables\n\n### All kinds of maintenance\n\n");
    table(KindOptions.general());
    Maintenances maintenances = StandardMaintenances.described();
    for (TaskKind kind : maintenances.kinds()) {
      page.append("\n### ").append(PolicyOption.print(kind)).append("\n\n");
      table(maintenances.optionsOf(kind));
    }
  }

  private void table(List<PolicyOption<?>> options) {
    page.append("| option | default | Iceberg's property | meaning |\n|---|---|---|---|\n");
    options.forEach(
        option ->
            row(option, option.icebergProperty().map(name -> "`" + name + "` ").orElse("") + "| "));
  }

  private void row(PolicyOption<?> option, String iceberg) {
    String value = PolicyOption.print(option.defaultValue());
    page.append("| `")
        .append(option.name())
        .append("` | ")
        .append(value.isEmpty() ? "" : "`" + shown(option, value) + "`")
        .append(" | ")
        .append(iceberg)
        .append(option.description().replace("|", "\\|"))
        .append(" |\n");
  }

  private static String shown(PolicyOption<?> option, String value) {
    if (option.kind() != PolicyOption.Kind.BYTES) {
      return value;
    }
    long bytes = Long.parseLong(value);
    for (String unit : List.of("TB", "GB", "MB", "KB")) {
      long size = 1L << (10 * ("KMGT".indexOf(unit.charAt(0)) + 1));
      if (bytes >= size && bytes % size == 0) {
        return bytes / size + unit;
      }
    }
    return value;
  }

  private void metrics() {
    page.append(
        """

        ## Metrics

        At `/metrics` of the console, for Prometheus.

        | metric | type | labels | meaning |
        |---|---|---|---|
        """);
    for (MetricDefinition metric : MetricDefinition.values()) {
      page.append("| `")
          .append(metric.metricName())
          .append("` | ")
          .append(metric.type().name().toLowerCase(Locale.ROOT))
          .append(" | ")
          .append(String.join(", ", metric.labels()))
          .append(" | ")
          .append(metric.description())
          .append(" |\n");
    }
  }

  private void commands() {
    page.append(
        """

        ## The console

        On loopback, read only, without authentication: `/metrics`; `/health` (503 once the service no
        longer turns); `/v1/status`; `/v1/tables` and `/v1/tables/NAME` with every finding by
        partition and what was done; `/v1/plan`, the tables that wait, those first that gain most;
        `/v1/tasks`, running with their progress, and ended.

        ## Commands
        """);
    CommandLine command = CompactionCommand.commandLine();
    command("bin/tidewater compaction", command);
    for (Map.Entry<String, CommandLine> subcommand : command.getSubcommands().entrySet()) {
      command("bin/tidewater compaction " + subcommand.getKey(), subcommand.getValue());
    }
  }

  private void command(String name, CommandLine command) {
    page.append("\n### ")
        .append(name)
        .append("\n\n```\n")
        .append(command.getUsageMessage(Ansi.OFF).stripTrailing())
        .append("\n```\n");
  }
}
