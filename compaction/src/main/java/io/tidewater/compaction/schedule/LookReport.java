/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schedule;

import io.tidewater.compaction.task.TaskKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What came of a look at a table that had changed, or had to be loaded.
 *
 * @param mark of the state that was seen
 * @param assessed what each kind of maintenance that looked had to say
 */
public record LookReport(String mark, Map<TaskKind, Plan> assessed) {
  public LookReport {
    assessed = Map.copyOf(assessed);
  }

  /**
   * What one kind had to say.
   *
   * @param interval after how long it wants to look again in any case
   * @param waits whether it waits for time to pass, and wants to look sooner
   */
  public record Plan(List<PlannedTask> tasks, Duration interval, boolean waits) {
    public Plan {
      tasks = List.copyOf(tasks);
    }
  }
}
