/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When snapshots were committed, as far as the clocks of their writers can be believed; where in
 * doubt, later than they say, so that they stay longer.
 *
 * <p>A snapshot was committed after its parent: one that claims an earlier time, because the clock
 * of its writer is behind, gets its parent's. None was committed after now: the time of one that
 * says so is not believed, and counts as that of the next one after it.
 */
final class CommitTimes {
  private final Instant now;
  private final Map<Long, Instant> times = new HashMap<>();

  CommitTimes(History history, Instant now) {
    this.now = now;
    Map<Long, Instant> atLeast = new HashMap<>();
    history.snapshots().values().forEach(snapshot -> atLeast(history, snapshot, atLeast));
    // What nobody after them vouches for is taken for brand new.
    history.snapshots().values().stream()
        .filter(snapshot -> !believable(snapshot))
        .forEach(snapshot -> times.put(snapshot.id(), now));
    history.snapshots().values().stream()
        .filter(this::believable)
        .forEach(snapshot -> vouch(history, snapshot, atLeast));
  }

  /** How long ago a snapshot was committed; never negative. */
  Duration age(long snapshot) {
    return Duration.between(times.getOrDefault(snapshot, now), now);
  }

  private boolean believable(History.Known snapshot) {
    return !snapshot.committed().isAfter(now);
  }

  /** The latest believable time among a snapshot and its ancestors. */
  private void atLeast(History history, History.Known snapshot, Map<Long, Instant> known) {
    Deque<History.Known> path = new ArrayDeque<>();
    History.@Nullable Known next = snapshot;
    while (next != null && !known.containsKey(next.id())) {
      known.put(next.id(), Instant.MIN);
      path.push(next);
      next = next.parent().map(history.snapshots()::get).orElse(null);
    }
    Instant latest = next == null ? Instant.MIN : known.getOrDefault(next.id(), Instant.MIN);
    for (History.Known each : path) {
      if (believable(each) && each.committed().isAfter(latest)) {
        latest = each.committed();
      }
      known.put(each.id(), latest);
    }
  }

  /** A believable snapshot bounds the unbelievable ones straight before it. */
  private void vouch(History history, History.Known snapshot, Map<Long, Instant> atLeast) {
    Instant time = atLeast.getOrDefault(snapshot.id(), now);
    times.put(snapshot.id(), time);
    History.@Nullable Known before = snapshot.parent().map(history.snapshots()::get).orElse(null);
    while (before != null
        && !believable(before)
        && times.getOrDefault(before.id(), now).isAfter(time)) {
      times.put(before.id(), time);
      before = before.parent().map(history.snapshots()::get).orElse(null);
    }
  }
}
