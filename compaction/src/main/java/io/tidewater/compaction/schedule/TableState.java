/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schedule;

import io.tidewater.compaction.task.TaskKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.iceberg.catalog.TableIdentifier;
import org.jspecify.annotations.Nullable;

/** One table in the schedule: some hundred bytes, and its plans. */
final class TableState {
  private final TableIdentifier name;
  private final Map<TaskKind, KindState> kinds = new EnumMap<>(TaskKind.class);
  private @Nullable String mark;
  private Instant nextLook;
  private boolean beingLookedAt;
  private int quietLooks;
  private int failedLooks;
  private Instant wakes;
  private int running;
  private int waiting;

  TableState(TableIdentifier name, Collection<TaskKind> kinds, Instant nextLook) {
    this.name = name;
    this.nextLook = nextLook;
    this.wakes = nextLook;
    kinds.forEach(kind -> this.kinds.put(kind, new KindState(kind)));
  }

  TableIdentifier name() {
    return name;
  }

  /** When it is to be looked at; never while that happens. */
  Instant nextLook() {
    return beingLookedAt ? Instant.MAX : wakes;
  }

  /** Counts anew, after something has happened, what is asked for much more often. */
  private void settle() {
    wakes = nextLook;
    running = 0;
    waiting = 0;
    for (KindState kind : kinds.values()) {
      running += kind.isRunning() ? 1 : 0;
      waiting += kind.waiting().size();
      boolean comesSooner = failedLooks == 0 && mark != null && kind.nextDue().isBefore(wakes);
      wakes = comesSooner ? kind.nextDue() : wakes;
    }
  }

  LookOrder beginLook(Instant now) {
    beingLookedAt = true;
    return new LookOrder(
        name,
        Optional.ofNullable(mark),
        kindsThat(state -> state.dueAt(now)),
        kindsThat(state -> state.wantsChanges(now)));
  }

  private Set<TaskKind> kindsThat(Predicate<KindState> test) {
    return kinds.entrySet().stream()
        .filter(entry -> test.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(TaskKind.class)));
  }

  void unchanged(Cadence cadence, Instant now) {
    looked();
    quietLooks++;
    nextLook = now.plus(cadence.afterQuiet(quietLooks));
    settle();
  }

  void assessed(LookReport report, Cadence cadence, Instant now) {
    boolean changed = !report.mark().equals(mark);
    looked();
    mark = report.mark();
    quietLooks = changed ? 0 : quietLooks + 1;
    nextLook = now.plus(cadence.afterQuiet(quietLooks));
    report.assessed().forEach((kind, plan) -> kind(kind).assessed(plan, changed, now));
    settle();
  }

  private void looked() {
    beingLookedAt = false;
    failedLooks = 0;
  }

  void lookFailed(Cadence cadence, Instant now) {
    beingLookedAt = false;
    failedLooks++;
    nextLook = now.plus(cadence.afterFailures(failedLooks));
    settle();
  }

  /** The tasks that may come next: those of the first kind that has any. */
  List<PlannedTask> candidates() {
    if (waiting == 0) {
      return List.of();
    }
    return kinds.values().stream()
        .filter(state -> !state.waiting().isEmpty())
        .findFirst()
        .filter(state -> !state.isRunning())
        .map(KindState::waiting)
        .orElse(List.of());
  }

  int running() {
    return running;
  }

  int waiting() {
    return waiting;
  }

  void dropPlannedBefore(Instant oldest) {
    if (waiting > 0) {
      kinds.values().forEach(state -> state.dropPlannedBefore(oldest));
      settle();
    }
  }

  void begin(PlannedTask task) {
    kind(task.kind()).begin(task);
    settle();
  }

  /** What it has done is a change, to be seen soon. */
  void succeeded(TaskKind kind, Cadence cadence, Instant now) {
    kind(kind).succeeded();
    Instant soon = now.plus(cadence.look());
    nextLook = soon.isBefore(nextLook) ? soon : nextLook;
    settle();
  }

  void failed(TaskKind kind, Cadence cadence, Instant now) {
    kind(kind).failed(cadence, now);
    settle();
  }

  private KindState kind(TaskKind kind) {
    return Objects.requireNonNull(kinds.get(kind), () -> "no maintenance is " + kind);
  }

  @Override
  public String toString() {
    return name + " " + Arrays.asList(mark, nextLook);
  }
}
