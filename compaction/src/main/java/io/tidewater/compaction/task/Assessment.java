/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.task;

import java.util.List;

/**
 * What one kind of maintenance thinks of a table.
 *
 * @param tasks what is worth doing now
 * @param findings why, and why the rest is not
 */
public record Assessment(List<Task> tasks, List<Finding> findings) {
  public Assessment {
    tasks = List.copyOf(tasks);
    findings = List.copyOf(findings);
  }

  /** Nothing to be done, for a reason that concerns the whole table. */
  public static Assessment nothing(String reason) {
    return new Assessment(List.of(), List.of(Finding.skipped(Finding.WHOLE_TABLE, reason)));
  }
}
