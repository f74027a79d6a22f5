/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schedule;

import io.tidewater.compaction.task.TaskKind;
import java.time.Duration;

/**
 * What makes a kind of maintenance look at a table.
 *
 * @param followsChanges whether it looks whenever the table has changed
 * @param interval after how long it looks in any case, unless the policy says otherwise
 */
record KindPace(boolean followsChanges, Duration interval) {
  /** The longest rest between two looks at a table that does not change. */
  static final Duration LONGEST_REST = Duration.ofDays(1);

  private static final Duration SHORTEST_REST = Duration.ofMinutes(1);

  static KindPace of(TaskKind kind) {
    return switch (kind) {
      case SCHEMA, ERASE -> new KindPace(true, Duration.ofMinutes(10));
      case CONVERT_DELETES, REWRITE, REPACK_DELETES, MANIFESTS, METADATA ->
          new KindPace(true, Duration.ofHours(1));
      case STATISTICS -> new KindPace(true, Duration.ofHours(6));
      case ROW_TTL, EXPIRE -> new KindPace(false, Duration.ofHours(1));
      case ORPHANS -> new KindPace(false, Duration.ofDays(1));
    };
  }

  /**
   * How long it rests after a look: its interval; ever longer on a table that does not change and
   * has nothing to be done; less where something has to ripen.
   *
   * @param before how long it rested before the look; zero if it had never looked
   */
  Duration rest(Duration before, LookReport.Plan plan, boolean changed) {
    boolean again = !changed && plan.tasks().isEmpty() && !before.isZero();
    if (plan.waits() && followsChanges) {
      return min(plan.interval(), again ? before.multipliedBy(2) : SHORTEST_REST);
    }
    return again
        ? max(plan.interval(), min(LONGEST_REST, before.multipliedBy(2)))
        : plan.interval();
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
