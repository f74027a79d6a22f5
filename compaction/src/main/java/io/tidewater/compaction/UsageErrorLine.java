/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a wrong usage in few lines, with what was probably meant, and where help is. */
final class UsageErrorLine implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    String.valueOf(failure.getMessage())
        .lines()
        .forEach(line -> err.println(command.getColorScheme().errorText("error: " + line)));
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println(
        "Its options: bin/tidewater " + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }
}
