/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.FakeTask;
import io.tidewater.compaction.policy.TimeWindow;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
  private static final TableIdentifier ORDERS = TableIdentifier.of("shop", "orders");
  private static final TableIdentifier ITEMS = TableIdentifier.of("shop", "items");
  private static final Cadence CADENCE =
      new Cadence(
          Duration.ofMinutes(1),
          Duration.ofMinutes(15),
          Duration.ofSeconds(30),
          Duration.ofHours(1));

  private final Schedule schedule =
      new Schedule(
          CADENCE,
          new Limits(2, 3, 2, 100),
          Set.of(TaskKind.CONVERT_DELETES, TaskKind.REWRITE, TaskKind.EXPIRE));
  private Instant now = START;

  private List<LookOrder> looks() {
    return schedule.looks(now, table -> true, 100);
  }

  private PlannedTask next() {
    return schedule.next(now, table -> true).orElse(null);
  }

  private void assess(TableIdentifier table, String mark, Task... tasks) {
    assess(table, mark, TimeWindow.ALWAYS, tasks);
  }

  private void assess(TableIdentifier table, String mark, TimeWindow window, Task... tasks) {
    Map<TaskKind, LookReport.Plan> plans = new HashMap<>();
    for (TaskKind kind : EnumSet.of(TaskKind.CONVERT_DELETES, TaskKind.REWRITE, TaskKind.EXPIRE)) {
      plans.put(
          kind,
          new LookReport.Plan(
              Arrays.stream(tasks)
                  .filter(task -> task.kind() == kind)
                  .map(task -> new PlannedTask(table, task, now, List.of(window)))
                  .toList(),
              Duration.ofHours(1),
              false));
    }
    schedule.assessed(table, new LookReport(mark, plans), now);
  }

  private static Task convert(double gain) {
    return FakeTask.gaining(TaskKind.CONVERT_DELETES, gain);
  }

  private static Task rewrite(double gain) {
    return FakeTask.gaining(TaskKind.REWRITE, gain);
  }

  @Test
  void looksAtANewTableAtOnceWithAllKinds() {
    schedule.discovered(List.of(ORDERS), now);

    LookOrder order = looks().get(0);

    assertThat(order.mark()).isEmpty();
    assertThat(order.condition()).isEmpty();
    assertThat(order.kinds("any"))
        .containsExactlyInAnyOrder(TaskKind.CONVERT_DELETES, TaskKind.REWRITE, TaskKind.EXPIRE);
    assertThat(looks()).as("while it is being looked at").isEmpty();
  }

  @Test
  void looksEverLessOftenAtATableThatRests() {
    schedule.discovered(List.of(ORDERS), now);
    looks();
    assess(ORDERS, "m1");
    List<Long> minutes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Instant before = now;
      now = schedule.nextLook(table -> true);
      minutes.add(Duration.between(before, now).toMinutes());
      LookOrder order = looks().get(0);
      assertThat(order.condition()).contains("m1");
      schedule.unchanged(ORDERS, now);
    }

    assertThat(minutes).containsExactly(1L, 2L, 4L, 8L, 15L);

    now = schedule.nextLook(table -> true);
    LookOrder order = looks().get(0);
    assess(ORDERS, "m2");
    assertThat(order.kinds("m2"))
        .as("expiry follows time, not changes")
        .containsExactlyInAnyOrder(TaskKind.CONVERT_DELETES, TaskKind.REWRITE);
    assertThat(schedule.nextLook(table -> true)).isEqualTo(now.plus(Duration.ofMinutes(1)));
  }

  @Test
  void loadsAnUnchangedTableOnceAKindIsDue() {
    schedule.discovered(List.of(ORDERS), now);
    looks();
    assess(ORDERS, "m1");
    now = now.plus(Duration.ofHours(1));

    LookOrder order = looks().get(0);

    assertThat(order.condition()).as("must be loaded").isEmpty();
    assertThat(order.kinds("m1")).contains(TaskKind.EXPIRE);
  }

  @Test
  void beginsKindsInTheirOrderAndOneTaskOfAKindAtATime() {
    schedule.discovered(List.of(ORDERS), now);
    looks();
    assess(ORDERS, "m1", rewrite(9), convert(1), convert(2));

    PlannedTask first = next();
    assertThat(first.kind()).isEqualTo(TaskKind.CONVERT_DELETES);
    assertThat(first.task().scope()).isEqualTo("gain 2.0");
    assertThat(next()).as("the second conversion waits for the first").isNull();

    schedule.succeeded(first, now);
    PlannedTask second = next();
    assertThat(second.kind()).isEqualTo(TaskKind.CONVERT_DELETES);
    PlannedTask beside = next();
    assertThat(beside.kind()).as("no conversion waits any more").isEqualTo(TaskKind.REWRITE);
  }

  @Test
  void prefersWhatGainsMostForEachByteAndKeepsToItsLimits() {
    List<TableIdentifier> tables = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      tables.add(TableIdentifier.of("shop", "t" + i));
    }
    schedule.discovered(tables, now);
    looks();
    for (int i = 0; i < 5; i++) {
      assess(tables.get(i), "m", rewrite(i));
    }

    assertThat(next().table().name()).isEqualTo("t4");
    assertThat(next().table().name()).isEqualTo("t3");
    assertThat(next()).as("two tables at a time").isNull();
  }

  @Test
  void doesNotLetAnythingWaitForEver() {
    schedule.discovered(List.of(ORDERS, ITEMS), now);
    looks();
    assess(ORDERS, "m", rewrite(0.001));
    now = now.plus(Duration.ofMinutes(16));
    assess(ITEMS, "m", rewrite(1000));

    assertThat(next().table()).isEqualTo(ORDERS);
  }

  @Test
  void pausesLongerAfterEachFailureAndPlansAnew() {
    schedule.discovered(List.of(ORDERS), now);
    looks();
    assess(ORDERS, "m1", rewrite(1), rewrite(2));
    schedule.failed(next(), now);
    assertThat(schedule.waiting()).as("the rest stood on the same plan").isZero();

    now = now.plus(Duration.ofSeconds(30));
    LookOrder order = looks().get(0);
    assertThat(order.due()).containsExactly(TaskKind.REWRITE);
    assess(ORDERS, "m1", rewrite(1));
    schedule.failed(next(), now);
    assertThat(schedule.nextLook(table -> true)).isEqualTo(now.plus(Duration.ofSeconds(60)));
  }

  @Test
  void beginsNothingOutsideItsWindow() {
    schedule.discovered(List.of(ORDERS), now);
    looks();
    assess(ORDERS, "m1", TimeWindow.parse("12:30-13:00 UTC"), rewrite(1));
    assertThat(next()).isNull();

    now = now.plus(Duration.ofMinutes(30));
    assertThat(next()).isNotNull();
  }

  @Test
  void leavesTablesOfOthersAlone() {
    schedule.discovered(List.of(ORDERS, ITEMS), now);

    assertThat(schedule.looks(now, ITEMS::equals, 10))
        .extracting(LookOrder::table)
        .containsExactly(ITEMS);
  }

  @Test
  void plansAnewWhatHasWaitedTooLong() {
    schedule.discovered(List.of(ORDERS), now);
    looks();
    assess(ORDERS, "m1", rewrite(1));
    now = now.plus(Duration.ofHours(2));

    LookOrder order = looks().get(0);

    assertThat(schedule.waiting()).isZero();
    assertThat(order.due()).contains(TaskKind.REWRITE);
  }

  @Test
  void forgetsTablesThatAreGone() {
    schedule.discovered(List.of(ORDERS, ITEMS), now);
    schedule.discovered(List.of(ITEMS), now);

    assertThat(schedule.tables()).containsExactly(ITEMS);
  }
}
