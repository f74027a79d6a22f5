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

  /** How long it rests next, on a table that has not changed and had nothing to be done. */
  static Duration longer(Duration rest) {
    Duration twice = rest.multipliedBy(2);
    return twice.compareTo(LONGEST_REST) < 0 || rest.compareTo(LONGEST_REST) > 0
        ? max(rest, twice)
        : max(rest, LONGEST_REST);
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
