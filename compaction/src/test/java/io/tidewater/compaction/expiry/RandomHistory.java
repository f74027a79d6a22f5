/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import io.tidewater.compaction.expiry.History.Known;
import io.tidewater.compaction.expiry.RetentionLimits.BranchLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.SnapshotRef;

/** A made-up table: forks, rollbacks, tags, writers with wrong clocks, gaps of earlier expiry. */
final class RandomHistory {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  final Random random;
  final Map<Long, Known> snapshots = new LinkedHashMap<>();

  /** When each was truly committed. */
  final Map<Long, Instant> truth = new HashMap<>();

  final Map<String, SnapshotRef> refs = new HashMap<>();
  final Map<String, Long> properties = new HashMap<>();
  final RetentionLimits limits;
  Instant now = START;

  RandomHistory(long seed) {
    this.random = new Random(seed);
    this.limits = limits();
    boolean skewed = random.nextInt(3) == 0;
    long head = -1;
    int count = 1 + random.nextInt(60);
    for (long id = 1; id <= count; id++) {
      now = now.plus(Duration.ofMinutes(1 + random.nextInt(random.nextBoolean() ? 30 : 1_200)));
      Optional<Long> parent = parent(head, id);
      Instant said = skewed ? skew(now) : now;
      boolean carries = random.nextInt(10) < 6;
      snapshots.put(id, new Known(id, parent, said, carries, watermarks()));
      truth.put(id, now);
      if (random.nextInt(10) > 0) {
        head = id;
        refs.put("main", branch(id));
      }
      if (random.nextInt(12) == 0) {
        refs.put("b" + random.nextInt(3), branch(id));
      }
      if (random.nextInt(12) == 0) {
        refs.put("t" + random.nextInt(3), tag(id));
      }
      if (random.nextInt(15) == 0) {
        properties.put("main", id);
      }
    }
    refs.putIfAbsent("main", branch(count));
    earlierExpiry();
    now = now.plus(Duration.ofMinutes(random.nextInt(20_000)));
  }

  History history() {
    return new History(snapshots, refs, properties, truth.get((long) truth.size()));
  }

  private Optional<Long> parent(long head, long id) {
    if (head < 0) {
      return Optional.empty();
    }
    List<Long> all = new ArrayList<>(snapshots.keySet());
    return Optional.of(
        random.nextInt(8) == 0 ? all.get(random.nextInt(all.size())) : Math.min(head, id - 1));
  }

  private Instant skew(Instant at) {
    return switch (random.nextInt(6)) {
      case 0 -> at.plus(Duration.ofDays(random.nextInt(4_000)));
      case 1 -> at.minus(Duration.ofHours(random.nextInt(400)));
      default -> at;
    };
  }

  private Set<String> watermarks() {
    return random.nextInt(6) == 0 ? Set.of("w" + random.nextInt(2)) : Set.of();
  }

  private SnapshotRef branch(long id) {
    SnapshotRef.Builder ref = SnapshotRef.branchBuilder(id);
    if (random.nextInt(3) == 0) {
      ref.minSnapshotsToKeep(1 + random.nextInt(6));
    }
    if (random.nextInt(3) == 0) {
      ref.maxSnapshotAgeMs(Duration.ofHours(1 + random.nextInt(200)).toMillis());
    }
    return ref.build();
  }

  private SnapshotRef tag(long id) {
    SnapshotRef.Builder ref = SnapshotRef.tagBuilder(id);
    if (random.nextInt(2) == 0) {
      ref.maxRefAgeMs(Duration.ofHours(1 + random.nextInt(300)).toMillis());
    }
    return ref.build();
  }

  /** Somebody else's expiry took some that nobody refers to, and left gaps. */
  private void earlierExpiry() {
    if (random.nextInt(3) > 0) {
      return;
    }
    Set<Long> referenced =
        refs.values().stream().map(SnapshotRef::snapshotId).collect(Collectors.toSet());
    snapshots.keySet().removeIf(id -> !referenced.contains(id) && random.nextInt(10) == 0);
  }

  private RetentionLimits limits() {
    return new RetentionLimits(
        new BranchLimits(
            Duration.ofHours(1 + random.nextInt(200)),
            1 + random.nextInt(5),
            random.nextBoolean() ? Optional.empty() : Optional.of(1L + random.nextInt(30))),
        Duration.ofMinutes(random.nextInt(300)),
        random.nextBoolean() ? RetentionLimits.FOR_EVER : Duration.ofHours(200),
        Duration.ofHours(random.nextInt(500)),
        RetentionLimits.FOR_EVER);
  }
}
