/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What was found out about values that would not survive, so that files are not read again each
 * time somebody looks at the table. Only the most recent are kept, and none over a restart.
 * Thread-safe.
 */
final class Refusals {
  private static final int MOST = 1_000;

  /** Somebody may have changed the rows. */
  private static final Duration ASKED_AGAIN = Duration.ofHours(6);

  private final Map<Key, Refusal> known = new LinkedHashMap<>();

  /** A column of a table, by ids. */
  record Key(UUID table, int mergedColumn) {}

  /**
   * @param family for which it was found; with a new version it is another one
   * @param found when
   */
  record Refusal(ColumnFamily family, String reason, Instant found) {
    boolean holds(ColumnFamily asked, Instant now) {
      return family.hasSameColumns(asked) && now.isBefore(found.plus(ASKED_AGAIN));
    }
  }

  synchronized void add(Key key, Refusal refusal) {
    known.remove(key);
    known.put(key, refusal);
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
  }

  synchronized Optional<String> of(Key key, ColumnFamily family, Instant now) {
    return Optional.ofNullable(known.get(key))
        .filter(refusal -> refusal.holds(family, now))
        .map(Refusal::reason);
  }
}
