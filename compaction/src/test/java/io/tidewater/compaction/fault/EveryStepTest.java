/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.ServiceFailureException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills, lost answers and others' commits, at every step of every kind of maintenance. After each
 * the table holds what the sink put there, its ledger is where it was, no file is gone that a
 * snapshot needs, and the next run completes.
 */
class EveryStepTest {
  private static final int STEPS_TRIED = Integer.getInteger("tidewater.fault.steps", 2);

  private static final Map<Integer, UpsertedOrders> ORIGINALS = new HashMap<>();

  @AfterAll
  static void close() {
    ORIGINALS.values().forEach(UpsertedOrders::close);
  }

  static Stream<Arguments> chores() {
    return Chores.ALL.stream()
        .flatMap(chore -> Stream.of(2, 3).map(version -> Arguments.of(chore, version)));
  }

  @ParameterizedTest
  @MethodSource("chores")
  void killedAtAnyStepItLeavesTheTableAsItWas(Chore chore, int formatVersion) {
    for (int fatal : steps(chore, formatVersion)) {
      try (UpsertedOrders orders = orders(formatVersion, fatal)) {
        String when = "%s killed at step %d".formatted(chore, fatal);
        Fate fate = Fate.killedAt(fatal);
        try {
          chore.run(orders.handle(fate), orders.time(), fatal);
        } catch (Killed | RuntimeException e) {
          assertThat(fate.isDead()).as("%s: %s", when, e).isTrue();
        }
        TableHealth.assertHolds(orders.table(), orders.sink(), when);

        chore.run(orders.handle(Fate.kind()), orders.time(), fatal + 1000);

        TableHealth.assertHolds(orders.table(), orders.sink(), when + ", and run again");
        orders.sink().commit();
        TableHealth.assertHolds(
            orders.table(), orders.sink(), when + ", run again, and written to");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("chores")
  void withACommitOfTheSinkAtAnyStepItLosesNeitherRowsNorDeletes(Chore chore, int formatVersion) {
    for (int turn : steps(chore, formatVersion)) {
      try (UpsertedOrders orders = orders(formatVersion, turn)) {
        String when = "%s with a commit at step %d".formatted(chore, turn);
        Fate fate =
            Fate.of(
                (step, what) -> {
                  if (step == turn || step == turn + 3) {
                    orders.sink().commit();
                  }
                });

        chore.run(orders.handle(fate), orders.time(), turn);

        TableHealth.assertHolds(orders.table(), orders.sink(), when);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("chores")
  void withALostAnswerItFindsOutWhetherItLanded(Chore chore, int formatVersion) {
    for (int lost = 1; lost <= 2; lost++) {
      try (UpsertedOrders orders = orders(formatVersion, lost)) {
        int which = lost;
        String when = "%s with answer %d lost".formatted(chore, which);
        AtomicInteger answers = new AtomicInteger();
        Fate fate =
            Fate.of(
                (step, what) -> {
                  if (what.equals(FatefulTable.LANDED) && answers.incrementAndGet() == which) {
                    throw which == 1
                        ? new CommitStateUnknownException(new ServiceFailureException("502"))
                        : new ServiceFailureException("503, though it landed");
                  }
                });
        try {
          chore.run(orders.handle(fate), orders.time(), which);
        } catch (CommitStateUnknownException | ServiceFailureException e) {
          // Not every commit is one of rows: the next run finds what is left to do.
        }
        TableHealth.assertHolds(orders.table(), orders.sink(), when);

        chore.run(orders.handle(Fate.kind()), orders.time(), which + 1000);

        TableHealth.assertHolds(orders.table(), orders.sink(), when + ", and run again");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("chores")
  void withoutTheSnapshotThatItWasPlannedOnItGivesUpOrIsRight(Chore chore, int formatVersion) {
    for (int turn : steps(chore, formatVersion)) {
      try (UpsertedOrders orders = orders(formatVersion, turn)) {
        String when = "%s whose plan expired at step %d".formatted(chore, turn);
        Fate fate =
            Fate.of(
                (step, what) -> {
                  if (step == turn) {
                    orders.sink().commit();
                    orders.expireAllButHead();
                  }
                });
        try {
          chore.run(orders.handle(fate), orders.time(), turn);
        } catch (RuntimeException e) {
          assertThat(e).as(when).hasMessageMatching("(?s).*\\S.*");
        }
        TableHealth.assertHolds(orders.table(), orders.sink(), when);

        chore.run(orders.handle(Fate.kind()), orders.time(), turn + 1000);

        TableHealth.assertHolds(orders.table(), orders.sink(), when + ", and run again");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("chores")
  void withAClockThatIsWrongItDeletesNothingThatIsNeeded(Chore chore, int formatVersion) {
    for (Duration skew : List.of(Duration.ofDays(-400), Duration.ofDays(400))) {
      try (UpsertedOrders orders = orders(formatVersion, 0)) {
        try {
          chore.run(orders.handle(Fate.kind()), orders.time(), skew, 1);
        } catch (RuntimeException e) {
          assertThat(e).as("%s with clock %s", chore, skew).hasMessageContaining("clock");
        }
        TableHealth.assertHolds(orders.table(), orders.sink(), chore + " with clock " + skew);
        orders.sink().commit();
        chore.run(orders.handle(Fate.kind()), orders.time(), 2);
        TableHealth.assertHolds(orders.table(), orders.sink(), chore + " after clock " + skew);
      }
    }
  }

  /** Some of the steps of an undisturbed run, or all of them. */
  private List<Integer> steps(Chore chore, int formatVersion) {
    try (UpsertedOrders orders = orders(formatVersion, 0)) {
      Fate fate = Fate.kind();
      assertThat(chore.run(orders.handle(fate), orders.time(), 0))
          .as("tasks of %s", chore)
          .isPositive();
      TableHealth.assertHolds(orders.table(), orders.sink(), chore + " undisturbed");
      List<Integer> all =
          IntStream.rangeClosed(1, fate.steps()).boxed().collect(Collectors.toList());
      Collections.shuffle(all, new Random(fate.steps()));
      return all.subList(0, Math.min(STEPS_TRIED, all.size()));
    }
  }

  private static UpsertedOrders orders(int formatVersion, long seed) {
    return ORIGINALS
        .computeIfAbsent(formatVersion, version -> new UpsertedOrders(version, version))
        .fork(seed);
  }
}
