/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import io.tidewater.compaction.cycle.SingleRun;
import io.tidewater.compaction.journal.Journal;
import io.tidewater.compaction.journal.TaskEntry;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.run.TaskRunner;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.apache.iceberg.catalog.TableIdentifier;
import picocli.CommandLine;
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
  private static final int NOT_ALL_DONE = 1;
  private static final int KEPT = 10_000;

  @Parameters(paramLabel = "TABLE", description = "Its full name, for instance shop.orders.")
  private String table = "";

  @Mixin private final KindFlag kindFlag = new KindFlag();
  @Mixin private final Connection connection = new Connection();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    List<TaskEntry> ended;
    try (Session session = connection.open()) {
      ended = run(session);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (ended.isEmpty()) {
      out.printf("Nothing to be done on %s; 'explain %s' tells why.%n", table, table);
    }
    out.flush();
    return ended.stream().anyMatch(entry -> entry.ending().needsPause())
        ? NOT_ALL_DONE
        : CommandLine.ExitCode.OK;
  }

  private List<TaskEntry> run(Session session) {
    Policy options = session.configuration().service();
    ExecutorService workers = Sharing.workers(options);
    Journal journal = new Journal(KEPT);
    TaskRunner runner = new TaskRunner(Sharing.surroundings(options, workers), journal);
    Thread stop = new Thread(() -> runner.cancelAll("the command was stopped"), "compaction-stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try (ProgressPrinter progress =
        ProgressPrinter.start(journal, spec.commandLine().getErr(), Terminal.present())) {
      return new SingleRun(
              session.source().catalog(),
              session.assessor().atAnyTime(),
              runner,
              InstantSource.system())
          .run(TableIdentifier.parse(table), kindFlag.kinds(session.maintenances()));
    } finally {
      workers.shutdownNow();
    }
  }
}
