/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import io.tidewater.compaction.erase.EraseOptions;
import io.tidewater.compaction.run.RunOptions;
import io.tidewater.compaction.task.TaskKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Carries out requests to erase keys of one table, once and now. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Erases all that is stored of some keys of a table: rows, dead letters, and old snapshots"
          + " that hold them, which takes away time travel to these. Carries out the requests for"
          + " the table that lie in a folder, one a file *.json; a request that is done is deleted,"
          + " and its report stands beside it as ID.report.",
      "A request, for instance:",
      "  {\"id\": \"case-4711\", \"table\": \"shop.orders\",",
      "   \"columns\": [\"customer_id\"], \"keys\": [[42]]}"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all of it was done, or there was nothing to do",
      "1:some of it failed, or something holds the keys still; the report tells",
      "2:the command line or the configuration is wrong"
    })
final class EraseCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TABLE", description = "Its full name, for instance shop.orders.")
  private String table = "";

  @Option(
      names = "--requests",
      paramLabel = "FOLDER",
      required = true,
      description = "The folder with the requests.")
  private Path requests = Path.of("");

  @Mixin private final Connection connection = new Connection();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Map<String, String> defaults =
        Map.of(
            RunOptions.ERASE_REQUESTS.name(),
            requests.toString(),
            // Who asks for it in person need not switch it on first; a table may still forbid it.
            EraseOptions.ENABLED.name(),
            "true");
    try (Session session = connection.open(defaults)) {
      return new OneTable(session, spec.commandLine()).maintain(table, Set.of(TaskKind.ERASE));
    }
  }
}
