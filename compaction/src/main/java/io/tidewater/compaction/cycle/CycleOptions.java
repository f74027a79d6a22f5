/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.cycle;

import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.policy.TablePattern;
import io.tidewater.compaction.schedule.Cadence;
import io.tidewater.compaction.schedule.Limits;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** How the service goes about its tables. */
public final class CycleOptions {
  public static final PolicyOption<List<String>> TABLES =
      PolicyOption.list(
          "service.tables",
          List.of("*"),
          "The tables that the service maintains, as patterns of full names such as `shop.*`.");

  public static final PolicyOption<List<String>> EXCEPT =
      PolicyOption.list(
          "service.except", List.of(), "Those of them that it leaves alone, as patterns.");

  public static final PolicyOption<Duration> DISCOVERY =
      PolicyOption.duration(
          "service.discovery-interval",
          Duration.ofMinutes(1),
          "How often the catalog is asked which tables there are.");

  public static final PolicyOption<Duration> LOOK =
      PolicyOption.duration(
          "service.look-interval",
          Duration.ofMinutes(1),
          "How often a table that changes is looked at. Each look that finds it unchanged doubles"
              + " the time to the next.");

  public static final PolicyOption<Duration> LONGEST_LOOK =
      PolicyOption.duration(
          "service.look-interval-max",
          Duration.ofMinutes(15),
          "How often a table that does not change is looked at.");

  public static final PolicyOption<Duration> RETRY =
      PolicyOption.duration(
          "service.retry-interval",
          Duration.ofSeconds(30),
          "How long to wait after a failure. Each further failure doubles it.");

  public static final PolicyOption<Duration> LONGEST_RETRY =
      PolicyOption.duration(
          "service.retry-interval-max", Duration.ofHours(1), "The longest wait after a failure.");

  public static final PolicyOption<Long> LOOKERS =
      PolicyOption.count("service.lookers", 4, "Tables that are looked at at a time.");

  public static final PolicyOption<Long> CONCURRENT_TABLES =
      PolicyOption.count("service.concurrent-tables", 4, "Tables with running tasks at a time.");

  public static final PolicyOption<Long> CONCURRENT_TASKS =
      PolicyOption.count("service.concurrent-tasks", 4, "Tasks that run at a time.");

  public static final PolicyOption<Long> TASKS_PER_TABLE =
      PolicyOption.count(
          "service.tasks-per-table",
          2,
          "Tasks, of different kinds, that run on one table at a time: deletes can be converted"
              + " while a long rewrite runs.");

  public static final PolicyOption<Long> PLANNED =
      PolicyOption.count(
          "service.planned-tasks",
          256,
          "Tasks that wait. While there are so many, no table is looked at, for plans take memory.");

  public static final PolicyOption<Duration> GRACE =
      PolicyOption.duration(
          "service.shutdown-grace",
          Duration.ofSeconds(30),
          "How long running tasks have, when the service stops, to come to a safe end.");

  private CycleOptions() {}

  /** All of them. */
  public static List<PolicyOption<?>> all() {
    return List.of(
        TABLES,
        EXCEPT,
        DISCOVERY,
        LOOK,
        LONGEST_LOOK,
        RETRY,
        LONGEST_RETRY,
        LOOKERS,
        CONCURRENT_TABLES,
        CONCURRENT_TASKS,
        TASKS_PER_TABLE,
        PLANNED,
        GRACE);
  }

  public static Cadence cadence(Policy policy) {
    return new Cadence(
        policy.get(LOOK), policy.get(LONGEST_LOOK), policy.get(RETRY), policy.get(LONGEST_RETRY));
  }

  public static Limits limits(Policy policy) {
    return new Limits(
        Math.toIntExact(policy.get(CONCURRENT_TABLES)),
        Math.toIntExact(policy.get(CONCURRENT_TASKS)),
        Math.toIntExact(policy.get(TASKS_PER_TABLE)),
        Math.toIntExact(policy.get(PLANNED)));
  }

  /** Which tables are maintained, by full name. */
  public static Predicate<String> chosen(Policy policy) {
    List<TablePattern> wanted = policy.get(TABLES).stream().map(TablePattern::new).toList();
    List<TablePattern> except = policy.get(EXCEPT).stream().map(TablePattern::new).toList();
    return table ->
        wanted.stream().anyMatch(pattern -> pattern.matches(table))
            && except.stream().noneMatch(pattern -> pattern.matches(table));
  }
}
