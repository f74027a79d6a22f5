/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import io.tidewater.compaction.console.ConsoleClient;
import io.tidewater.compaction.report.ServiceText;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks a running service how it does. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    usageHelpWidth = 100,
    description = "Tells what a running service does, and what it did.")
final class StatusCommand implements Callable<Integer> {
  static final String DEFAULT_CONSOLE = "http://127.0.0.1:8182";

  @Option(
      names = "--console",
      paramLabel = "URI",
      defaultValue = DEFAULT_CONSOLE,
      description = "The console of the service. Default: ${DEFAULT-VALUE}.")
  private URI console = URI.create(DEFAULT_CONSOLE);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    spec.commandLine().getOut().print(ServiceText.status(new ConsoleClient(console).status()));
    spec.commandLine().getOut().flush();
    return CommandLine.ExitCode.OK;
  }
}
