/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schedule;

import io.tidewater.compaction.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One kind of maintenance on one table. */
final class KindState {
  /** Plans hold lists of files; what does not fit is planned anew later. */
  private static final int MOST_TASKS = 16;

  private final KindPace pace;
  private Instant due = Instant.MIN;
  private Instant retryAt = Instant.MIN;
  private Duration rest = Duration.ZERO;
  private int failures;
  private @Nullable PlannedTask running;
  private List<PlannedTask> waiting = List.of();

  KindState(TaskKind kind) {
    this.pace = KindPace.of(kind);
  }

  boolean dueAt(Instant now) {
    return idle(now) && !due.isAfter(now);
  }

  boolean wantsChanges(Instant now) {
    return idle(now) && (pace.followsChanges() || !due.isAfter(now));
  }

  private boolean idle(Instant now) {
    return running == null && !retryAt.isAfter(now) && waiting.isEmpty();
  }

  /** When time alone makes it look. */
  Instant nextDue() {
    if (running != null || !waiting.isEmpty()) {
      return Instant.MAX;
    }
    return due.isBefore(retryAt) ? retryAt : due;
  }

  void assessed(LookReport.Plan plan, boolean changed, Instant now) {
    rest = pace.rest(rest, plan, changed);
    due = now.plus(rest);
    waiting =
        plan.tasks().stream()
            .sorted(
                Comparator.<PlannedTask>comparingDouble(
                        planned -> planned.task().estimate().gainPerByte())
                    .reversed())
            .limit(MOST_TASKS)
            .toList();
  }

  List<PlannedTask> waiting() {
    return waiting;
  }

  /** Forgets plans that have become too old to be worth much. */
  void dropPlannedBefore(Instant oldest) {
    if (waiting.isEmpty()) {
      return;
    }
    waiting = waiting.stream().filter(task -> !task.planned().isBefore(oldest)).toList();
    if (waiting.isEmpty()) {
      due = Instant.MIN;
    }
  }

  boolean isRunning() {
    return running != null;
  }

  void begin(PlannedTask task) {
    List<PlannedTask> others = new ArrayList<>(waiting);
    others.remove(task);
    waiting = List.copyOf(others);
    running = task;
  }

  void succeeded() {
    running = null;
    failures = 0;
    retryAt = Instant.MIN;
  }

  /** The rest of the plan is dropped: it stands on what has just failed. */
  void failed(Cadence cadence, Instant now) {
    running = null;
    failures++;
    waiting = List.of();
    retryAt = now.plus(cadence.afterFailures(failures));
    due = retryAt;
  }
}
