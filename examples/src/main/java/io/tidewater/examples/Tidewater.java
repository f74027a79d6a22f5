/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples;

import io.tidewater.examples.quickstart.QuickstartCommand;
import io.tidewater.examples.redrive.RedriveCommand;
import io.tidewater.examples.schema.SchemaCommand;
import io.tidewater.examples.sql.SqlCommand;
import io.tidewater.examples.verify.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * Where {@code bin/tidewater} enters. An error is one line that says what to do; its stack trace
 * shows with the environment variable {@code TIDEWATER_TRACE} set.
 */
@Command(
    name = "tidewater",
    description = "A Kafka topic and an Iceberg table as two views of the same data.",
    subcommands = {
      QuickstartCommand.class,
      RedriveCommand.class,
      SchemaCommand.class,
      SqlCommand.class,
      VerifyCommand.class,
      HelpCommand.class
    })
public final class Tidewater {
  private Tidewater() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Tidewater())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(100)
        .setExecutionExceptionHandler(new ErrorLine())
        .setParameterExceptionHandler(new UsageErrorLine());
  }
}
