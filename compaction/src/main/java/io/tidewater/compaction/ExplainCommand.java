/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewater.compaction.assess.Maintenances;
import io.tidewater.compaction.console.ConsoleClient;
import io.tidewater.compaction.report.ExplainText;
import io.tidewater.compaction.report.ServiceText;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.iceberg.catalog.TableIdentifier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says of one table why something is or is not done. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description =
        "Tells why something is or is not done to a table: its policy, what each kind of"
            + " maintenance finds in each partition, and what a running service did to it.")
final class ExplainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TABLE", description = "Its full name, for instance shop.orders.")
  private String table = "";

  @Option(
      names = "--console",
      paramLabel = "URI",
      defaultValue = StatusCommand.DEFAULT_CONSOLE,
      description = "The console of the service. Default: ${DEFAULT-VALUE}.")
  private URI console = URI.create(StatusCommand.DEFAULT_CONSOLE);

  @Mixin private final KindFlag kindFlag = new KindFlag();
  @Mixin private final Connection connection = new Connection();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    TableIdentifier name = TableIdentifier.parse(table);
    PrintWriter out = spec.commandLine().getOut();
    try (Session session = connection.open()) {
      Maintenances maintenances = session.maintenances();
      out.print(
          new ExplainText(maintenances.options())
              .table(
                  table,
                  session
                      .assessor()
                      .assess(name, kindFlag.kinds(maintenances), session.handles(name))));
    }
    out.println("\nWhat the service did to it, newest first");
    out.print(history());
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private String history() throws InterruptedException {
    try {
      Optional<JsonNode> told = new ConsoleClient(console).table(table);
      return told.map(this::history).orElse("  the service has not looked at it yet\n");
    } catch (IOException e) {
      return "  " + e.getMessage() + "\n";
    }
  }

  private String history(JsonNode told) {
    String problem =
        told.has("problem") ? "  PROBLEM: " + told.path("problem").asText() + "\n" : "";
    String ended = ServiceText.ended(told.path("ended"));
    return problem + (ended.isEmpty() ? "  nothing, since it began\n" : ended);
  }
}
