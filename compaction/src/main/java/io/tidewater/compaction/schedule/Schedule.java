/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schedule;

import io.tidewater.compaction.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * Decides which table is looked at next, and which task begins. Whoever drives it tells it what
 * happened. One task of a kind runs on a table at a time, kinds come in the order of {@link
 * TaskKind} there, and over all tables the task that gains most for each byte it moves comes first,
 * unless another has waited for long.
 *
 * <p>Not thread-safe.
 */
public final class Schedule {
  /** Plans are made on snapshots that age; past this age they are made anew. */
  private static final Duration PLAN_AGE = Duration.ofHours(1);

  private final Cadence cadence;
  private final Limits limits;
  private final Set<TaskKind> kinds;
  private final Map<TableIdentifier, TableState> tables = new LinkedHashMap<>();

  /**
   * @param kinds those that there are
   */
  public Schedule(Cadence cadence, Limits limits, Collection<TaskKind> kinds) {
    this.cadence = cadence;
    this.limits = limits;
    this.kinds = EnumSet.noneOf(TaskKind.class);
    this.kinds.addAll(kinds);
  }

  /** These tables there are; what is not among them and has no running task is forgotten. */
  public void discovered(Collection<TableIdentifier> found, Instant now) {
    Set<TableIdentifier> present = new HashSet<>(found);
    tables.values().removeIf(state -> !present.contains(state.name()) && state.running() == 0);
    for (TableIdentifier table : found) {
      tables.computeIfAbsent(table, name -> new TableState(name, kinds, now));
    }
  }

  /**
   * The tables whose time has come, longest overdue first. Each of them must be reported on.
   *
   * @param mine which tables this service looks after
   */
  public List<LookOrder> looks(Instant now, Predicate<TableIdentifier> mine, int most) {
    int waiting = 0;
    for (TableState state : tables.values()) {
      state.dropPlannedBefore(now.minus(PLAN_AGE));
      waiting += state.waiting();
    }
    if (waiting >= limits.planned()) {
      return List.of();
    }
    return tables.values().stream()
        .filter(state -> !state.nextLook().isAfter(now) && mine.test(state.name()))
        .sorted(Comparator.comparing(TableState::nextLook))
        .limit(most)
        .map(state -> state.beginLook(now))
        .toList();
  }

  /** A table was as it had been. */
  public void unchanged(TableIdentifier table, Instant now) {
    known(table, state -> state.unchanged(cadence, now));
  }

  /** A table is no longer there. */
  public void gone(TableIdentifier table) {
    tables.remove(table);
  }

  /** A table was assessed. */
  public void assessed(TableIdentifier table, LookReport report, Instant now) {
    known(table, state -> state.assessed(report, cadence, now));
  }

  /** A table could not be looked at. */
  public void lookFailed(TableIdentifier table, Instant now) {
    known(table, state -> state.lookFailed(cadence, now));
  }

  /** The task that is to begin now, if any may. */
  public Optional<PlannedTask> next(Instant now, Predicate<TableIdentifier> mine) {
    long busyTables = tables.values().stream().filter(state -> state.running() > 0).count();
    if (running() >= limits.tasks()) {
      return Optional.empty();
    }
    Optional<PlannedTask> next =
        tables.values().stream()
            .filter(state -> state.running() < limits.tasksPerTable())
            .filter(state -> state.running() > 0 || busyTables < limits.tables())
            .filter(state -> mine.test(state.name()))
            .flatMap(state -> state.candidates().stream())
            .filter(task -> task.mayBegin(now))
            .min(PlannedTask.order(now));
    next.ifPresent(task -> known(task.table(), state -> state.begin(task)));
    return next;
  }

  /** A task came to its end. */
  public void succeeded(PlannedTask task, Instant now) {
    known(task.table(), state -> state.succeeded(task.kind(), cadence, now));
  }

  /** A task failed, or others came first with all of it. */
  public void failed(PlannedTask task, Instant now) {
    known(task.table(), state -> state.failed(task.kind(), cadence, now));
  }

  /** When there will be something to do, as far as time alone decides. */
  public Instant nextLook(Predicate<TableIdentifier> mine) {
    return tables.values().stream()
        .filter(state -> mine.test(state.name()))
        .map(TableState::nextLook)
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  /** How many tasks run. */
  public int running() {
    return tables.values().stream().mapToInt(TableState::running).sum();
  }

  /** How many tasks wait. */
  public int waiting() {
    return tables.values().stream().mapToInt(TableState::waiting).sum();
  }

  /** The tables that it knows. */
  public List<TableIdentifier> tables() {
    return List.copyOf(tables.keySet());
  }

  private void known(TableIdentifier table, Consumer<TableState> event) {
    TableState state = tables.get(table);
    if (state != null) {
      event.accept(state);
    }
  }
}
