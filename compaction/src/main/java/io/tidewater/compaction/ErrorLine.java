/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a failure in one line, and the whole story to who asks for it. */
final class ErrorLine implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    PrintWriter err = command.getErr();
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    err.println(command.getColorScheme().errorText("error: " + message));
    if (System.getenv("TIDEWATER_TRACE") != null) {
      failure.printStackTrace(err);
    }
    err.flush();
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
