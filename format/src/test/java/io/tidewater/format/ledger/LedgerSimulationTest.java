/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.ledger.ModelTable.Prepared;
import io.tidewater.format.ledger.ModelTable.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Runs the protocol's pure decisions under seeded schedules of everything that happens to a table
 * and its writers. The oracle knows nothing of the ledger: every offset is in the table exactly
 * once.
 */
class LedgerSimulationTest {
  private static final int SCHEDULES = 4_000;

  private enum Event {
    EXPIRE,
    COMPACT,
    ROLL_BACK,
    RECREATE_TOPIC,
    TRUNCATE_LOG
  }

  @Test
  void everyOffsetOnceThroughRollbackExpiryAndForeignCompaction() {
    Set<Event> events = Set.of(Event.EXPIRE, Event.COMPACT, Event.ROLL_BACK);
    for (long seed = 0; seed < SCHEDULES; seed++) {
      assertThat(violation(seed, true, events, StartPolicy.SAFE, LedgerReading::of))
          .as("seed %d", seed)
          .isNull();
    }
  }

  @Test
  void everyOffsetOnceThroughExpiryAndForeignCompactionWithoutOffsetColumns() {
    Set<Event> events = Set.of(Event.EXPIRE, Event.COMPACT);
    for (long seed = 0; seed < SCHEDULES; seed++) {
      assertThat(violation(seed, false, events, StartPolicy.SAFE, LedgerReading::of))
          .as("seed %d", seed)
          .isNull();
    }
  }

  @Test
  void rollbackWithoutOffsetColumnsIsFollowedOrRefusedWhileItsSnapshotsAreThere() {
    Set<Event> events = Set.of(Event.COMPACT, Event.ROLL_BACK);
    for (long seed = 0; seed < SCHEDULES; seed++) {
      assertThat(violation(seed, false, events, StartPolicy.SAFE, LedgerReading::of))
          .as("seed %d", seed)
          .isNull();
    }
  }

  @Test
  void acceptedLossesLoseNothingElse() {
    StartPolicy policy = new StartPolicy(Beginning.AUTO, Loss.CONTINUE, Loss.CONTINUE);
    Set<Event> events = Set.of(Event.RECREATE_TOPIC, Event.TRUNCATE_LOG, Event.COMPACT);
    for (long seed = 0; seed < SCHEDULES; seed++) {
      assertThat(violation(seed, true, events, policy, LedgerReading::of))
          .as("seed %d", seed)
          .isNull();
    }
  }

  @Test
  void unacceptedLossesAreRefused() {
    Set<Event> events = Set.of(Event.RECREATE_TOPIC, Event.TRUNCATE_LOG);
    for (long seed = 0; seed < SCHEDULES; seed++) {
      String violation = violation(seed, true, events, StartPolicy.SAFE, LedgerReading::of);
      assertThat(violation == null || violation.equals("refused")).as("seed %d", seed).isTrue();
    }
  }

  /** The oracle has teeth: reading the property first loses rows, and the schedules find it. */
  @Test
  void findsThatTrustingThePropertyAloneLosesRows() {
    Function<TableHistory, LedgerReading> propertyFirst =
        history ->
            history
                .property()
                .<LedgerReading>map(
                    property ->
                        new LedgerReading.Known(property.ledger(), LedgerReading.Evidence.PROPERTY))
                .orElseGet(() -> LedgerReading.of(history));
    Set<Event> events = Set.of(Event.EXPIRE, Event.COMPACT, Event.ROLL_BACK);
    int violations = 0;
    for (long seed = 0; seed < 100; seed++) {
      if (violation(seed, true, events, StartPolicy.SAFE, propertyFirst) != null) {
        violations++;
      }
    }
    assertThat(violations).isPositive();
  }

  /** Runs one schedule; returns what is wrong at its end, or null. */
  private static @Nullable String violation(
      long seed,
      boolean offsetColumns,
      Set<Event> events,
      StartPolicy policy,
      Function<TableHistory, LedgerReading> reading) {
    Random random = new Random(seed);
    ModelTable table = new ModelTable(offsetColumns);
    ModelTopic topic = new ModelTopic("orders", 1 + random.nextInt(3));
    List<Event> possible = new ArrayList<>(new TreeSet<>(events));
    List<ModelTask> tasks = new ArrayList<>();
    for (int task = 0; task < 3; task++) {
      tasks.add(new ModelTask("task-" + task, table, topic, policy, reading));
    }
    List<Prepared> late = new ArrayList<>();
    for (int step = 0; step < 120; step++) {
      ModelTask task = tasks.get(random.nextInt(tasks.size()));
      switch (random.nextInt(12)) {
        case 0, 1 -> topic.produce(random);
        // Assignments overlap: whoever had the partitions goes on as a zombie.
        case 2 -> task.assign(someOf(topic.sources(), random));
        case 3, 4 -> task.consume(random);
        case 5, 6 -> task.decide();
        case 7, 8, 9 -> task.swap(random, late);
        case 10 -> {
          if (!late.isEmpty()) {
            table.apply(late.remove(random.nextInt(late.size())));
          }
        }
        default -> happen(possible.get(random.nextInt(possible.size())), random, table, topic);
      }
    }
    return finish(random, new ModelTask("last", table, topic, policy, reading), topic)
        ? compare(table, topic)
        : "refused";
  }

  private static void happen(Event event, Random random, ModelTable table, ModelTopic topic) {
    switch (event) {
      case EXPIRE -> table.expire(1 + random.nextInt(3));
      case COMPACT -> table.compact();
      case ROLL_BACK -> table.rollBack(random);
      case RECREATE_TOPIC -> topic.recreate();
      case TRUNCATE_LOG -> topic.truncate(random);
    }
  }

  private static List<SourcePartition> someOf(List<SourcePartition> sources, Random random) {
    List<SourcePartition> some = new ArrayList<>(sources);
    some.removeIf(source -> some.size() > 1 && random.nextInt(3) == 0);
    return some;
  }

  /** One task alone brings the table up to date; false if it is refused. */
  private static boolean finish(Random random, ModelTask task, ModelTopic topic) {
    task.assign(topic.sources());
    for (int step = 0; step < 10_000 && !task.isRefused(); step++) {
      if (task.isIdle()) {
        return true;
      }
      task.consume(random);
      task.decide();
      task.swap(random, new ArrayList<>());
    }
    assertThat(task.isRefused()).as("finished at %s", task.positions()).isTrue();
    return false;
  }

  private static @Nullable String compare(ModelTable table, ModelTopic topic) {
    Map<Row, Integer> seen = new HashMap<>();
    table.rows().forEach(row -> seen.merge(row, 1, Integer::sum));
    if (seen.values().stream().anyMatch(count -> count > 1)) {
      return "duplicates: " + seen;
    }
    Map<SourcePartition, NavigableSet<Long>> found = new TreeMap<>();
    for (SourcePartition source : topic.sources()) {
      found.put(source, new TreeSet<>());
    }
    seen.keySet().stream()
        .filter(row -> row.topic().equals(topic.id()))
        .forEach(row -> found.get(row.source()).add(row.offset()));
    for (SourcePartition source : topic.sources()) {
      NavigableSet<Long> expected = topic.records(source);
      NavigableSet<Long> actual = found.get(source);
      // What Kafka deleted after the table had it stays in the table.
      if (!actual.tailSet(topic.log(source).start()).equals(expected)) {
        return source + ": expected " + expected + ", found " + actual;
      }
    }
    return null;
  }
}
