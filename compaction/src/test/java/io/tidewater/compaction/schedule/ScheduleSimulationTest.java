/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.FakeTask;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days of a service, with tables that change at random and tasks that fail at random. */
class ScheduleSimulationTest {
  private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
  private static final Set<TaskKind> KINDS =
      Set.of(TaskKind.CONVERT_DELETES, TaskKind.REWRITE, TaskKind.MANIFESTS, TaskKind.EXPIRE);
  private static final Limits LIMITS = new Limits(3, 4, 2, 50);

  private final Schedule schedule =
      new Schedule(
          new Cadence(
              Duration.ofMinutes(1),
              Duration.ofMinutes(15),
              Duration.ofSeconds(30),
              Duration.ofHours(1)),
          LIMITS,
          KINDS);
  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final Map<TableIdentifier, Integer> versions = new HashMap<>();
  private final Map<TableIdentifier, Map<TaskKind, Integer>> dirt = new HashMap<>();
  private final Set<String> running = new HashSet<>();
  private final Map<TableIdentifier, Integer> looks = new HashMap<>();
  private int done;
  private int failed;

  private record Event(Instant at, long order, Runnable what) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      int byTime = at.compareTo(other.at);
      return byTime == 0 ? Long.compare(order, other.order) : byTime;
    }
  }

  private long eventOrder;

  private void at(Instant when, Runnable what) {
    events.add(new Event(when, eventOrder++, what));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20261121})
  void doesAllThatIsWorthDoingAndLeavesQuietTablesInPeace(long seed) {
    Random random = new Random(seed);
    List<TableIdentifier> tables = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      TableIdentifier table = TableIdentifier.of("shop", "t" + i);
      tables.add(table);
      versions.put(table, 0);
      dirt.put(table, new HashMap<>());
    }
    schedule.discovered(tables, START);
    List<TableIdentifier> busy = tables.subList(0, 10);
    for (int minute = 0; minute < 4 * 60; minute++) {
      for (TableIdentifier table : busy) {
        at(START.plus(Duration.ofMinutes(minute)), () -> write(table, random));
      }
    }
    Instant end = START.plus(Duration.ofHours(16));
    Instant now = START;
    while (now.isBefore(end)) {
      turn(now, random);
      Instant next = schedule.nextLook(table -> true);
      Event event = events.peek();
      if (event != null && event.at().isBefore(next)) {
        next = event.at();
      }
      now = next.isAfter(now) ? next : now.plusSeconds(1);
      while (!events.isEmpty() && !events.peek().at().isAfter(now)) {
        events.poll().what().run();
      }
    }

    assertThat(dirt.values()).as("seed %d: nothing is left to do", seed).allMatch(Map::isEmpty);
    assertThat(done).isPositive();
    assertThat(failed).isPositive();
    for (TableIdentifier quiet : tables.subList(10, 40)) {
      assertThat(looks.get(quiet))
          .as("seed %d: looks at a table that never changes, in 16 hours", seed)
          .isBetween(16 * 4, 16 * 4 + 40);
    }
  }

  private void write(TableIdentifier table, Random random) {
    versions.merge(table, 1, Integer::sum);
    for (TaskKind kind : KINDS) {
      if (random.nextInt(10) == 0) {
        dirt.get(table).merge(kind, 1, Integer::sum);
      }
    }
  }

  private void turn(Instant now, Random random) {
    for (LookOrder order : schedule.looks(now, table -> true, 8)) {
      looks.merge(order.table(), 1, Integer::sum);
      at(now.plusMillis(200), () -> look(order, now.plusMillis(200), random));
    }
    while (true) {
      PlannedTask task = schedule.next(now, table -> true).orElse(null);
      if (task == null) {
        break;
      }
      assertThat(running.add(task.table() + "/" + task.kind())).as("one of a kind").isTrue();
      assertThat(schedule.running()).isLessThanOrEqualTo(LIMITS.tasks());
      Instant ends = now.plusSeconds(1 + random.nextInt(120));
      at(ends, () -> end(task, ends, random.nextInt(5) > 0));
    }
  }

  private void look(LookOrder order, Instant now, Random random) {
    if (random.nextInt(50) == 0) {
      schedule.lookFailed(order.table(), now);
      return;
    }
    String mark = "v" + versions.get(order.table());
    if (order.condition().filter(mark::equals).isPresent()) {
      schedule.unchanged(order.table(), now);
      return;
    }
    Map<TaskKind, LookReport.Plan> plans = new HashMap<>();
    for (TaskKind kind : order.kinds(mark)) {
      List<PlannedTask> tasks = new ArrayList<>();
      if (dirt.get(order.table()).containsKey(kind)) {
        Task task = FakeTask.gaining(kind, random.nextDouble());
        tasks.add(new PlannedTask(order.table(), task, now, List.of()));
      }
      plans.put(kind, new LookReport.Plan(tasks, Duration.ofHours(1), false));
    }
    schedule.assessed(order.table(), new LookReport(mark, plans), now);
  }

  private void end(PlannedTask task, Instant now, boolean well) {
    running.remove(task.table() + "/" + task.kind());
    if (well) {
      done++;
      dirt.get(task.table()).remove(task.kind());
      versions.merge(task.table(), 1, Integer::sum);
      schedule.succeeded(task, now);
    } else {
      failed++;
      schedule.failed(task, now);
    }
  }
}
