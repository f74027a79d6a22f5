/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

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

  private final Map<Key, Refusal> known = new LinkedHashMap<>();

  /** A column of a table, by ids. */
  record Key(UUID table, int mergedColumn) {}

  /** A reason holds for the family that it was found for; a new version is another family. */
  private record Refusal(ColumnFamily family, String reason) {}

  synchronized void add(Key key, ColumnFamily family, String reason) {
    known.remove(key);
    known.put(key, new Refusal(family, reason));
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
  }

  synchronized Optional<String> of(Key key, ColumnFamily family) {
    return Optional.ofNullable(known.get(key))
        .filter(refusal -> refusal.family().hasSameColumns(family))
        .map(Refusal::reason);
  }
}
