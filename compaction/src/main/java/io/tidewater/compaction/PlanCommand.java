/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import io.tidewater.compaction.cycle.CycleOptions;
import io.tidewater.compaction.policy.TablePattern;
import io.tidewater.compaction.report.PlanText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.iceberg.catalog.TableIdentifier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what would be done, and does nothing. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description = "Tells what the service would do now, with its cost, and does nothing.")
final class PlanCommand implements Callable<Integer> {
  private static final int TELL_EVERY = 100;
  private static final int FAILED = 1;

  @Parameters(
      paramLabel = "TABLE",
      arity = "0..*",
      description =
          "Full names of tables, or patterns such as shop.*; all tables if there are none.")
  private List<String> tables = new ArrayList<>();

  @Mixin private final KindFlag kindFlag = new KindFlag();
  @Mixin private final Connection connection = new Connection();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PlanText text = new PlanText();
    int failures = 0;
    try (Session session = connection.open()) {
      List<TableIdentifier> chosen = chosen(session);
      for (int i = 0; i < chosen.size(); i++) {
        failures += plan(chosen.get(i), session, text) ? 0 : 1;
        if ((i + 1) % TELL_EVERY == 0) {
          spec.commandLine().getErr().printf("  %d of %d tables%n", i + 1, chosen.size());
        }
      }
      out.println(text.total(chosen.size()));
      out.flush();
    }
    return failures == 0 ? CommandLine.ExitCode.OK : FAILED;
  }

  private boolean plan(TableIdentifier name, Session session, PlanText text) {
    try {
      spec.commandLine()
          .getOut()
          .print(
              text.table(
                  name.toString(),
                  session
                      .assessor()
                      .atAnyTime()
                      .assess(
                          name, kindFlag.kinds(session.maintenances()), session.handles(name))));
      return true;
    } catch (RuntimeException e) {
      spec.commandLine().getErr().println("error: table " + name + " could not be read: " + e);
      return false;
    }
  }

  private List<TableIdentifier> chosen(Session session) {
    List<TablePattern> patterns = tables.stream().map(TablePattern::new).toList();
    Predicate<String> wanted =
        patterns.isEmpty()
            ? CycleOptions.chosen(session.configuration().service())
            : name -> patterns.stream().anyMatch(pattern -> pattern.matches(name));
    List<TableIdentifier> chosen =
        session.source().tables().stream().filter(name -> wanted.test(name.toString())).toList();
    if (chosen.isEmpty() && !patterns.isEmpty()) {
      throw new IllegalArgumentException("the catalog has no table " + String.join(", ", tables));
    }
    return chosen;
  }
}
