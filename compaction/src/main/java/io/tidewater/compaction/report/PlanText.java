/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.report;

import io.tidewater.compaction.assess.KindAssessment;
import io.tidewater.compaction.assess.TableAssessment;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.Estimate;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskKind;
import java.util.Locale;
import java.util.Map;

/** What would be done, with its cost: task by task, and together. */
public final class PlanText {
  private int tables;
  private int tasks;
  private Estimate total = Estimate.NEGLIGIBLE;

  /** The tasks of one table; empty if there are none. */
  public String table(String name, TableAssessment assessment) {
    StringBuilder text = new StringBuilder();
    assessment
        .problems()
        .forEach(problem -> text.append("  needs-person  ").append(problem).append('\n'));
    for (Map.Entry<TaskKind, KindAssessment> kind : assessment.kinds().entrySet()) {
      for (Task task : kind.getValue().assessment().tasks()) {
        text.append(task(task));
        total = total.plus(task.estimate());
        tasks++;
      }
    }
    if (text.isEmpty()) {
      return "";
    }
    tables++;
    return name + "\n" + text;
  }

  private static String task(Task task) {
    return String.format(
        Locale.ROOT,
        "  %-16s %-24s %s%n  %-16s %s%n",
        PolicyOption.print(task.kind()),
        task.scope(),
        cost(task.estimate()),
        "",
        task.reason());
  }

  private static String cost(Estimate estimate) {
    return String.format(
        Locale.ROOT,
        "reads %s, writes %s, files %,d -> %,d, gain %s",
        Amounts.bytes(estimate.bytesRead()),
        Amounts.bytes(estimate.bytesWritten()),
        estimate.filesBefore(),
        estimate.filesAfter(),
        Amounts.bytes(estimate.gain()));
  }

  /**
   * All of it, in a line.
   *
   * @param looked how many tables were looked at
   */
  public String total(int looked) {
    return tasks == 0
        ? String.format(Locale.ROOT, "Nothing to be done on %,d tables.", looked)
        : String.format(
            Locale.ROOT, "%,d tasks on %,d of %,d tables: %s.", tasks, tables, looked, cost(total));
  }
}
