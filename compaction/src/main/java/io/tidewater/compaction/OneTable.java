/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import io.tidewater.compaction.cycle.SingleRun;
import io.tidewater.compaction.journal.Journal;
import io.tidewater.compaction.journal.TaskEntry;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.run.TaskRunner;
import io.tidewater.compaction.task.TaskKind;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.apache.iceberg.catalog.TableIdentifier;
import picocli.CommandLine;

/** Maintains one table for a command, with progress on its standard error. */
record OneTable(Session session, CommandLine command) {
  private static final int NOT_ALL_DONE = 1;
  private static final int KEPT = 10_000;

  /** Does it, and returns the exit code. */
  int maintain(String table, Set<TaskKind> kinds) {
    List<TaskEntry> ended = run(TableIdentifier.parse(table), kinds);
    PrintWriter out = command.getOut();
    if (ended.isEmpty()) {
      out.printf("Nothing to be done on %s; 'explain %s' tells why.%n", table, table);
    }
    out.flush();
    boolean all =
        ended.stream()
            .noneMatch(
                entry ->
                    entry.ending().needsPause() || entry.ending() == TaskEntry.Ending.CANCELLED);
    return all ? CommandLine.ExitCode.OK : NOT_ALL_DONE;
  }

  private List<TaskEntry> run(TableIdentifier table, Set<TaskKind> kinds) {
    Policy options = session.configuration().service();
    ExecutorService workers = Sharing.workers(options);
    Journal journal = new Journal(KEPT);
    TaskRunner runner = new TaskRunner(Sharing.surroundings(options, workers), journal);
    Thread stop = new Thread(() -> runner.cancelAll("the command was stopped"), "compaction-stop");
    Runtime.getRuntime().addShutdownHook(stop);
    ProgressPrinter progress = ProgressPrinter.start(journal, command.getErr(), Terminal.present());
    try (progress) {
      return new SingleRun(
              session.source().catalog(),
              session.assessor().atAnyTime(),
              runner,
              InstantSource.system())
          .run(table, kinds);
    } finally {
      workers.shutdownNow();
    }
  }
}
