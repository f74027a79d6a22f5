/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The service as a program: runs until it is stopped. Its subcommands look, plan and do once. */
@Command(
    name = "compaction",
    mixinStandardHelpOptions = true,
    version = "Tidewater Compaction 0.1.0",
    sortOptions = false,
    usageHelpWidth = 100,
    subcommands = {
      StatusCommand.class,
      PlanCommand.class,
      ExplainCommand.class,
      RunCommand.class,
      EraseCommand.class
    },
    description =
        "Keeps the Iceberg tables of a catalog fast and small, beside writers that never stop."
            + " Without a subcommand it runs the service, until it is stopped.",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nSubcommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:it failed; the reason is on standard error",
      "2:the command line or the configuration is wrong",
      "143:it was stopped by SIGTERM, cleanly (130: by Ctrl-C)"
    },
    footer = {
      "%nExamples:",
      "  compaction --catalog-uri http://127.0.0.1:8181",
      "  compaction --config compaction.properties, where the file holds, for instance:",
      "    catalog.uri=http://127.0.0.1:8181",
      "    catalog.token=$${env:LAKE_TOKEN}",
      "    service.bytes-per-hour=200GB",
      "    tables[shop.*].window=22:00-06:00 UTC"
    })
public final class CompactionCommand implements Callable<Integer> {
  private static final String LOG_LEVEL = "tidewater.log.level";

  @Mixin private final Connection connection = new Connection();

  @Spec private CommandSpec spec = CommandSpec.create();

  private CompactionCommand() {}

  /** Runs a command; see the help for the exit codes. */
  public static void main(String[] arguments) {
    // Before the first logger exists.
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", "io/tidewater/compaction/logback.xml");
    }
    System.setProperty(
        LOG_LEVEL, arguments.length > 0 && isSubcommand(arguments[0]) ? "WARN" : "INFO");
    System.exit(commandLine().execute(arguments));
  }

  /** A service logs what it does; a command prints it. */
  private static boolean isSubcommand(String argument) {
    return !argument.startsWith("-");
  }

  static CommandLine commandLine() {
    return new CommandLine(new CompactionCommand())
        .setParameterExceptionHandler(new UsageErrorLine())
        .setExecutionExceptionHandler(new ErrorLine());
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    CompactionService service = CompactionService.start(connection.open());
    Runtime.getRuntime().addShutdownHook(new Thread(service::close, "compaction-shutdown"));
    spec.commandLine()
        .getOut()
        .println(
            "Tidewater compaction runs"
                + service.console().map(uri -> "; its console is " + uri).orElse(""));
    spec.commandLine().getOut().flush();
    // Only a signal ends it, and then the hook above does the rest.
    new CountDownLatch(1).await();
    return CommandLine.ExitCode.OK;
  }
}
