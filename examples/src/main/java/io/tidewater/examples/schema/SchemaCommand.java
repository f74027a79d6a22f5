/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.schema;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code schema} command, which only has subcommands. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    version = "tidewater ${sys:tidewater.version}",
    header = "Looks at the schemas of a registry as tables.",
    subcommands = SchemaPlanCommand.class)
public final class SchemaCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "schema what? There is: bin/tidewater schema plan");
    }
  }
}
