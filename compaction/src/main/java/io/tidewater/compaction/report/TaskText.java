/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.report;

import io.tidewater.compaction.journal.TaskEntry;
import io.tidewater.compaction.journal.TaskProgress;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.TaskResult;
import java.util.Locale;

/** Tasks in a line each. */
public final class TaskText {
  private static final int BAR = 24;

  private TaskText() {}

  /** One that has ended. */
  public static String ended(TaskEntry task) {
    TaskResult result = task.result();
    return String.format(
        Locale.ROOT,
        "%-16s %-24s %-10s %s: %s (files -%,d +%,d, read %s, wrote %s)",
        PolicyOption.print(task.kind()),
        task.scope(),
        task.ending().label(),
        Amounts.seconds(task.duration()),
        result.message(),
        result.filesRemoved(),
        result.filesAdded(),
        Amounts.bytes(result.bytesRead()),
        Amounts.bytes(result.bytesWritten()));
  }

  /** One that runs, with a bar where it is known how much there is to do. */
  public static String running(TaskProgress task) {
    long moved = task.bytesRead() + task.bytesWritten();
    String bar =
        task.fraction().isPresent()
            ? bar(task.fraction().getAsDouble()) + " of " + Amounts.bytes(task.expectedBytes())
            : Amounts.bytes(moved);
    return String.format(
        Locale.ROOT,
        "%-16s %-24s %s, %s",
        PolicyOption.print(task.kind()),
        task.scope(),
        bar,
        task.stage());
  }

  private static String bar(double fraction) {
    int full = (int) Math.round(fraction * BAR);
    return String.format(
        Locale.ROOT, "[%s%s] %3.0f%%", "#".repeat(full), "-".repeat(BAR - full), fraction * 100);
  }
}
