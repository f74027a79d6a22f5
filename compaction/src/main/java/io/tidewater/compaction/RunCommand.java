/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Maintains one table, once and now. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description =
        "Does what is worth doing to a table, once and now, whatever its window says. May run"
            + " beside the service.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all of it was done, or there was nothing to do",
      "1:some of it failed, or commits of others came first",
      "2:the command line or the configuration is wrong"
    })
final class RunCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TABLE", description = "Its full name, for instance shop.orders.")
  private String table = "";

  @Mixin private final KindFlag kindFlag = new KindFlag();
  @Mixin private final Connection connection = new Connection();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Session session = connection.open()) {
      return new OneTable(session, spec.commandLine())
          .maintain(table, kindFlag.kinds(session.maintenances()));
    }
  }
}
