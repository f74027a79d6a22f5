/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import io.tidewater.compaction.expiry.History.Known;
import io.tidewater.compaction.expiry.RetentionLimits.BranchLimits;
import io.tidewater.compaction.expiry.Verdict.Reason;
import io.tidewater.compaction.expiry.Verdict.Stay;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.iceberg.SnapshotRef;
import org.jspecify.annotations.Nullable;

/** Decides which snapshots of a table go. A function of its arguments. */
public final class Retention {
  private final History history;
  private final RetentionLimits limits;
  private final CommitTimes times;
  private final Map<Long, Stay> kept = new HashMap<>();
  private final Set<String> expiredRefs = new HashSet<>();

  private Retention(History history, RetentionLimits limits, Instant now) {
    this.history = history;
    this.limits = limits;
    this.times = new CommitTimes(history, now);
  }

  /** Decides what goes now. */
  public static Verdict decide(History history, RetentionLimits limits, Instant now) {
    Duration lead = Duration.between(newest(history, now), now);
    if (lead.compareTo(limits.maxClockLead()) > 0) {
      return new Verdict(
          List.of(),
          Set.of(),
          Map.of(),
          Duration.ZERO,
          Optional.of(
              "the clock says "
                  + now
                  + ", "
                  + lead.toDays()
                  + " days after the table's last change: check the clock, or raise "
                  + ExpiryOptions.MAX_CLOCK_LEAD));
    }
    return new Retention(history, limits, now).verdict();
  }

  /** The last time that anything is known to have happened to the table. */
  private static Instant newest(History history, Instant now) {
    return history.snapshots().values().stream()
        .map(Known::committed)
        .filter(time -> !time.isAfter(now))
        .max(Comparator.naturalOrder())
        .filter(time -> time.isAfter(history.changed()))
        .orElse(history.changed());
  }

  private Verdict verdict() {
    Set<Long> reached = new HashSet<>();
    history.refs().forEach((name, ref) -> keep(name, ref, reached));
    for (Known snapshot : history.snapshots().values()) {
      Duration age = times.age(snapshot.id());
      if (age.compareTo(limits.minAge()) <= 0) {
        keep(snapshot, Reason.TOO_YOUNG, "");
      } else if (!reached.contains(snapshot.id())
          && age.compareTo(limits.snapshots().maxAge()) <= 0) {
        keep(snapshot, Reason.UNREFERENCED, "");
      }
    }
    List<Long> expired =
        history.snapshots().keySet().stream()
            .filter(id -> !kept.containsKey(id))
            .sorted(Comparator.comparing(times::age).reversed().thenComparing(id -> id))
            .toList();
    Duration overdue =
        expired.stream()
            .map(id -> times.age(id).minus(limits.snapshots().maxAge()))
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    return new Verdict(expired, expiredRefs, kept, overdue, Optional.empty());
  }

  private void keep(String name, SnapshotRef ref, Set<Long> reached) {
    if (outlived(name, ref)) {
      expiredRefs.add(name);
      return;
    }
    List<Known> ancestors = history.ancestors(ref.snapshotId());
    if (ancestors.isEmpty()) {
      return;
    }
    keep(ancestors.get(0), Reason.REFERENCED, name);
    boolean carried = keepUpTo(Known::carriesLedger, ancestors, Reason.LEDGER, name);
    if (ref.isBranch()) {
      ancestors.forEach(ancestor -> reached.add(ancestor.id()));
      keepNewest(name, ref, ancestors);
      keepWatermarks(name, ancestors);
      if (!carried) {
        keepRolledBackProperty(name, ancestors);
      }
    } else {
      reached.add(ref.snapshotId());
    }
  }

  private boolean outlived(String name, SnapshotRef ref) {
    if (name.equals(SnapshotRef.MAIN_BRANCH)) {
      return false;
    }
    Duration maxAge = millis(ref.maxRefAgeMs(), limits.maxRefAge());
    return times.age(ref.snapshotId()).compareTo(maxAge) > 0;
  }

  private void keepNewest(String branch, SnapshotRef ref, List<Known> ancestors) {
    BranchLimits own = limitsOf(ref);
    for (int i = 0; i < ancestors.size(); i++) {
      Known snapshot = ancestors.get(i);
      boolean crowded = own.max().isPresent() && i >= own.max().get();
      if (i < own.min()) {
        keep(snapshot, Reason.WITHIN_COUNT, branch);
      } else if (!crowded && times.age(snapshot.id()).compareTo(own.maxAge()) <= 0) {
        keep(snapshot, Reason.WITHIN_AGE, branch);
      }
    }
  }

  private BranchLimits limitsOf(SnapshotRef ref) {
    BranchLimits table = limits.snapshots();
    Integer min = ref.minSnapshotsToKeep();
    return new BranchLimits(
        millis(ref.maxSnapshotAgeMs(), table.maxAge()),
        min == null ? table.min() : min,
        ref.maxSnapshotAgeMs() == null ? table.max() : Optional.empty());
  }

  private void keepWatermarks(String branch, List<Known> ancestors) {
    Set<String> found = new HashSet<>();
    for (Known ancestor : ancestors) {
      boolean dead = times.age(ancestor.id()).compareTo(limits.watermarkMaxAge()) > 0;
      if (found.addAll(ancestor.watermarks()) && !dead) {
        keepUpTo(each -> each.id() == ancestor.id(), ancestors, Reason.WATERMARK, branch);
      }
    }
  }

  /** Without its snapshot, a ledger property that was rolled back would pass for a true one. */
  private void keepRolledBackProperty(String branch, List<Known> ancestors) {
    Long written = history.ledgerProperties().get(branch);
    Known snapshot = written == null ? null : history.snapshots().get(written);
    if (snapshot != null && !ancestors.contains(snapshot)) {
      keep(snapshot, Reason.LEDGER_PROPERTY, branch);
    }
  }

  /** Keeps all up to the first of a kind, since readers walk there; nothing if there is none. */
  private boolean keepUpTo(
      Predicate<Known> wanted, List<Known> ancestors, Reason reason, String ref) {
    for (int i = 0; i < ancestors.size(); i++) {
      if (wanted.test(ancestors.get(i))) {
        ancestors.subList(0, i + 1).forEach(snapshot -> keep(snapshot, reason, ref));
        return true;
      }
    }
    return false;
  }

  private void keep(Known snapshot, Reason reason, String ref) {
    kept.putIfAbsent(snapshot.id(), new Stay(reason, ref));
  }

  private static Duration millis(@Nullable Long own, Duration otherwise) {
    return own == null ? otherwise : Duration.ofMillis(own);
  }
}
