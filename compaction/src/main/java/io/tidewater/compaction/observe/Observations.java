/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.observe;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/**
 * The latest observations of many tables, so that each look at one reads only what is new. Forgets
 * those that were asked for longest ago when there are too many partitions in all. Thread-safe.
 */
public final class Observations {
  private final int limit;
  private final Map<Key, Observation> latest = new LinkedHashMap<>(16, 0.75f, true);
  private long partitions;

  /**
   * @param limit how many partitions are remembered, of all tables together; one takes about half a
   *     kilobyte
   */
  public Observations(int limit) {
    this.limit = limit;
  }

  private record Key(String uuid, String branch) {}

  /** Observes a head of a branch, on top of what is known of it. */
  public Observation of(Table table, String branch, Snapshot head) {
    Key key = new Key(table.uuid().toString(), branch);
    Observation known;
    synchronized (this) {
      known = latest.get(key);
    }
    Observation observation =
        known == null ? Observation.of(table, head) : known.until(table, head);
    remember(key, observation);
    return observation;
  }

  private synchronized void remember(Key key, Observation observation) {
    Observation before = latest.put(key, observation);
    partitions += size(observation) - (before == null ? 0 : size(before));
    Iterator<Map.Entry<Key, Observation>> oldest = latest.entrySet().iterator();
    while (partitions > limit && latest.size() > 1) {
      Map.Entry<Key, Observation> entry = oldest.next();
      if (!entry.getKey().equals(key)) {
        partitions -= size(entry.getValue());
        oldest.remove();
      }
    }
  }

  private static int size(Observation observation) {
    return Math.max(1, observation.partitions().size());
  }
}
