/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.fault;

import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.task.Maintenance;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * A kind of maintenance with settings by which it finds much to do.
 *
 * @param rounds how often it has to look until all is done, two hours apart
 */
record Chore(String name, Maintenance maintenance, Map<String, String> settings, int rounds) {
  private static final Duration BETWEEN_ROUNDS = Duration.ofHours(2);
  private static final TableIdentifier ORDERS = TableIdentifier.of("shop", "orders");

  /** Does all of it by a clock that is right; returns how many tasks it ran. */
  int run(Table table, PassingTime time, long seed) {
    return run(table, time, Duration.ZERO, seed);
  }

  /**
   * Does all of it.
   *
   * @param skew of the clock of who does it
   */
  int run(Table table, PassingTime time, Duration skew, long seed) {
    int ran = 0;
    for (int round = 0; round < rounds; round++) {
      InstantSource clock = () -> time.instant().plus(skew);
      for (Task task : tasks(table, clock.instant())) {
        task.run(new TestContext(1_000 * seed + ran, clock, 64L << 20));
        ran++;
      }
      time.pass(BETWEEN_ROUNDS);
    }
    return ran;
  }

  /** What it finds to do at a time. */
  List<Task> tasks(Table table, Instant now) {
    table.refresh();
    Policy policy = Policy.DEFAULTS.with(settings, "test").forTable(table.properties());
    return maintenance.assess(new TableView(ORDERS, table, "main", policy, now)).tasks();
  }

  @Override
  public String toString() {
    return name;
  }
}
