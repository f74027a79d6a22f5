/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What a command did, run in this process.
 *
 * @param code its exit code
 */
record CommandRun(int code, String out, String err) {
  static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = CompactionCommand.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    return new CommandRun(line.execute(arguments), out.toString(), err.toString());
  }
}
