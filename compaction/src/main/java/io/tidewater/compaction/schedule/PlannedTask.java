/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schedule;

import io.tidewater.compaction.policy.TimeWindow;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * A task that waits or runs.
 *
 * @param planned when it was found worth doing
 * @param windows when it may begin: all of them must be open
 */
public record PlannedTask(
    TableIdentifier table, Task task, Instant planned, List<TimeWindow> windows) {
  /** What has waited so long comes first, whatever it gains. */
  private static final Duration LONG_WAIT = Duration.ofMinutes(15);

  public PlannedTask {
    windows = List.copyOf(windows);
  }

  public TaskKind kind() {
    return task.kind();
  }

  boolean mayBegin(Instant now) {
    return windows.stream().allMatch(window -> window.contains(now));
  }

  /** First what has waited long, oldest first; then what gains most for each byte moved. */
  static Comparator<PlannedTask> order(Instant now) {
    Instant longAgo = now.minus(LONG_WAIT);
    return Comparator.<PlannedTask, Instant>comparing(
            waiting -> waiting.planned.isBefore(longAgo) ? waiting.planned : Instant.MAX)
        .thenComparing(Comparator.comparingDouble(PlannedTask::gainPerByte).reversed())
        .thenComparing(PlannedTask::planned)
        .thenComparing(waiting -> waiting.table.toString())
        .thenComparing(PlannedTask::kind);
  }

  private double gainPerByte() {
    return task.estimate().gainPerByte();
  }
}
