/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.assess;

import io.tidewater.compaction.policy.TimeWindow;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Estimate;
import io.tidewater.compaction.task.Task;
import java.time.Duration;
import java.util.List;

/**
 * What one kind of maintenance thinks of a table, under its policy.
 *
 * @param windows when its tasks may begin
 * @param interval after how long it wants to look again in any case
 * @param waits whether something has to ripen, so that it wants to look sooner
 */
public record KindAssessment(
    Assessment assessment, List<TimeWindow> windows, Duration interval, boolean waits) {
  public KindAssessment {
    windows = List.copyOf(windows);
  }

  /** What its tasks cost and bring, together. */
  public Estimate estimate() {
    return assessment.tasks().stream()
        .map(Task::estimate)
        .reduce(Estimate.NEGLIGIBLE, Estimate::plus);
  }
}
