/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import io.tidewater.compaction.assess.Maintenances;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.TaskKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flag that narrows a command down to some kinds of maintenance. */
final class KindFlag {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--only",
      paramLabel = "KIND",
      split = ",",
      description = "Only these kinds of maintenance, for instance rewrite or convert-deletes.")
  private List<String> only = new ArrayList<>();

  Set<TaskKind> kinds(Maintenances maintenances) {
    if (only.isEmpty()) {
      return maintenances.kinds();
    }
    Set<TaskKind> kinds = EnumSet.noneOf(TaskKind.class);
    for (String name : only) {
      kinds.add(
          maintenances.kinds().stream()
              .filter(kind -> PolicyOption.print(kind).equalsIgnoreCase(name))
              .findFirst()
              .orElseThrow(() -> unknown(name, maintenances)));
    }
    return kinds;
  }

  private ParameterException unknown(String name, Maintenances maintenances) {
    List<String> known = maintenances.kinds().stream().map(PolicyOption::print).toList();
    return new ParameterException(
        command.commandLine(), "there is no kind '%s'; there are %s".formatted(name, known));
  }
}
