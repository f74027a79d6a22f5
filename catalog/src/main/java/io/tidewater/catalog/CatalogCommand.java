/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The catalog as a program: starts the server, says where it is, and runs until it is stopped. */
@Command(
    name = "catalog",
    mixinStandardHelpOptions = true,
    version = "Tidewater Catalog 0.1.0",
    sortOptions = false,
    usageHelpWidth = 100,
    description =
        "Serves an Iceberg REST catalog. Once it is ready, its address is printed to standard"
            + " output; the log goes to standard error. It has no authentication yet, so it listens"
            + " on loopback only.",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:help or version was shown",
      "1:the catalog could not start; the reason is on standard error",
      "2:the command line or the configuration file is wrong",
      "143:it was stopped by SIGTERM, cleanly (130: by Ctrl-C)"
    },
    footer = {
      "%nExamples:",
      "  catalog --data /var/lib/tidewater",
      "  catalog --data ./data --port 0",
      "  catalog --data ./data --config lake.properties, where the file holds options, one a line:",
      "    warehouse=s3://lake/warehouse",
      "    property.s3.endpoint=https://s3.example.org",
      "    property.s3.secret-access-key=$${env:LAKE_SECRET_KEY}",
      "%nWithout s3.access-key-id, credentials come from the AWS SDK's default chain."
    })
public final class CatalogCommand implements Callable<Integer> {
  private static final int COULD_NOT_START = 1;

  private final EnvironmentReferences environment;

  @Mixin private final CommandOptions options = new CommandOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  private CatalogCommand(EnvironmentReferences environment) {
    this.environment = environment;
  }

  /** Runs until the process is stopped; see the help for the exit codes. */
  public static void main(String[] arguments) {
    // Before the first logger exists.
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", "io/tidewater/catalog/logback.xml");
    }
    System.exit(execute(arguments));
  }

  private static int execute(String[] arguments) {
    CommandLine line = commandLine(new EnvironmentReferences(System.getenv()));
    try {
      return line.execute(ConfigurationFile.expand(arguments));
    } catch (IOException | IllegalArgumentException e) {
      line.getErr().println(e.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
  }

  static CommandLine commandLine(EnvironmentReferences environment) {
    return new CommandLine(new CatalogCommand(environment)).setOverwrittenOptionsAllowed(true);
  }

  @Override
  public Integer call() throws InterruptedException {
    CatalogServerOptions server = serverOptions();
    CatalogServer started;
    try {
      started = CatalogServer.start(server);
    } catch (IOException | RuntimeException e) {
      LoggerFactory.getLogger(CatalogCommand.class).error("start failed", e);
      spec.commandLine().getErr().println("The catalog could not start: " + reason(e));
      return COULD_NOT_START;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(started::close, "catalog-shutdown"));
    spec.commandLine().getOut().println("Tidewater catalog listening on " + started.uri());
    spec.commandLine().getOut().flush();
    // Only a signal ends it, and then the hook above does the rest.
    new CountDownLatch(1).await();
    return CommandLine.ExitCode.OK;
  }

  private static String reason(Exception failure) {
    return failure instanceof IOException && failure.getMessage() != null
        ? failure.getMessage()
        : failure.toString();
  }

  CatalogServerOptions serverOptions() {
    try {
      return options.serverOptions(environment);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
