/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.expiry.History.Known;
import io.tidewater.compaction.expiry.Verdict.Reason;
import io.tidewater.compaction.expiry.Verdict.Stay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.apache.iceberg.SnapshotRef;
import org.junit.jupiter.api.Test;

final class RetentionTest {
  private static final int SEEDS = 3_000;
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private interface Check {
    void on(RandomHistory made, Set<Long> expired, Verdict verdict);
  }

  private static void forManyHistories(Check check) {
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomHistory made = new RandomHistory(seed);
      Verdict verdict = Retention.decide(made.history(), made.limits, made.now);
      try {
        check.on(made, new HashSet<>(verdict.expired()), verdict);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  private static List<Known> ancestors(RandomHistory made, SnapshotRef ref) {
    List<Known> ancestors = new ArrayList<>();
    Known next = made.snapshots.get(ref.snapshotId());
    while (next != null) {
      ancestors.add(next);
      next = next.parent().map(made.snapshots::get).orElse(null);
    }
    return ancestors;
  }

  @Test
  void everySnapshotEitherGoesOrStaysForAReason() {
    forManyHistories(
        (made, expired, verdict) -> {
          Set<Long> both = new HashSet<>(expired);
          both.addAll(verdict.kept().keySet());
          assertThat(both).isEqualTo(made.snapshots.keySet());
          assertThat(expired).hasSameSizeAs(verdict.expired());
          assertThat(expired).doesNotContainAnyElementsOf(verdict.kept().keySet());
        });
  }

  @Test
  void neverExpiresWhatABranchOrTagThatStaysPointsTo() {
    forManyHistories(
        (made, expired, verdict) -> {
          assertThat(verdict.refs()).doesNotContain("main");
          made.refs.forEach(
              (name, ref) -> {
                if (!verdict.refs().contains(name)) {
                  assertThat(expired).as(name).doesNotContain(ref.snapshotId());
                }
              });
        });
  }

  @Test
  void keepsAsManyOfTheNewestAsEachBranchAsksFor() {
    forManyHistories(
        (made, expired, verdict) ->
            made.refs.forEach(
                (name, ref) -> {
                  if (ref.isBranch() && !verdict.refs().contains(name)) {
                    Integer own = ref.minSnapshotsToKeep();
                    long min = own == null ? made.limits.snapshots().min() : own;
                    ancestors(made, ref).stream()
                        .limit(min)
                        .forEach(each -> assertThat(expired).as(name).doesNotContain(each.id()));
                  }
                }));
  }

  @Test
  void leavesTheWayToTheNearestLedgerOfEachBranchAndTag() {
    forManyHistories(
        (made, expired, verdict) ->
            made.refs.forEach(
                (name, ref) -> {
                  if (!verdict.refs().contains(name)) {
                    Optional<Long> before = firstCarrier(made, ref, id -> true);
                    Optional<Long> after = firstCarrier(made, ref, id -> !expired.contains(id));
                    assertThat(after).as(name).isEqualTo(before);
                  }
                }));
  }

  private static Optional<Long> firstCarrier(
      RandomHistory made, SnapshotRef ref, LongPredicate exists) {
    for (Known ancestor : ancestors(made, ref)) {
      if (!exists.test(ancestor.id())) {
        return Optional.empty();
      }
      if (ancestor.carriesLedger()) {
        return Optional.of(ancestor.id());
      }
    }
    return Optional.empty();
  }

  @Test
  void leavesTheWayToTheNewestWatermarkOfEachLivingWriter() {
    forManyHistories(
        (made, expired, verdict) ->
            made.refs.forEach(
                (name, ref) -> {
                  if (ref.isBranch() && !verdict.refs().contains(name)) {
                    for (String writer : Set.of("w0", "w1")) {
                      keepsWatermark(made, expired, ref, writer);
                    }
                  }
                }));
  }

  private static void keepsWatermark(
      RandomHistory made, Set<Long> expired, SnapshotRef ref, String writer) {
    List<Long> way = new ArrayList<>();
    for (Known ancestor : ancestors(made, ref)) {
      way.add(ancestor.id());
      if (ancestor.watermarks().contains(writer)) {
        Duration age = Duration.between(made.truth.get(ancestor.id()), made.now);
        if (age.compareTo(made.limits.watermarkMaxAge()) <= 0
            && !ancestor.committed().isBefore(made.truth.get(ancestor.id()))
            && !ancestor.committed().isAfter(made.now)) {
          assertThat(expired).as(writer).doesNotContainAnyElementsOf(way);
        }
        return;
      }
    }
  }

  @Test
  void neverExpiresWhatIsYoungByAClockThatIsRightOrAhead() {
    forManyHistories(
        (made, expired, verdict) ->
            made.snapshots.forEach(
                (id, snapshot) -> {
                  Duration age = Duration.between(made.truth.get(id), made.now);
                  boolean behind = snapshot.committed().isBefore(made.truth.get(id));
                  // A child whose clock is behind may vouch for a parent whose clock is ahead.
                  boolean ahead = snapshot.committed().isAfter(made.now);
                  if (!behind && !ahead && age.compareTo(made.limits.minAge()) <= 0) {
                    assertThat(expired).doesNotContain(id);
                  }
                }));
  }

  @Test
  void leavesNoGapInWhatStaysOfABranchByAgeAndCount() {
    forManyHistories(
        (made, expired, verdict) ->
            made.refs.forEach(
                (name, ref) -> {
                  if (ref.isBranch() && !verdict.refs().contains(name)) {
                    boolean past = false;
                    for (Known ancestor : ancestors(made, ref)) {
                      Stay stay = verdict.kept().get(ancestor.id());
                      past |= stay == null;
                      if (stay != null && stay.ref().equals(name)) {
                        assertThat(past).as(name).isFalse();
                      }
                    }
                  }
                }));
  }

  @Test
  void expiresAllThatNothingAsksFor() {
    History history =
        new History(
            Map.of(
                1L, known(1, 0, 30), 2L, known(2, 1, 20), 3L, known(3, 2, 10), 4L, known(4, 3, 1)),
            Map.of("main", SnapshotRef.branchBuilder(4).build()),
            Map.of(),
            NOW);

    Verdict verdict = Retention.decide(history, limits(Duration.ofDays(5)), NOW);

    assertThat(verdict.expired()).containsExactly(1L, 2L, 3L);
    assertThat(verdict.kept()).containsEntry(4L, new Stay(Reason.REFERENCED, "main"));
  }

  @Test
  void refusesAClockThatIsYearsAheadOfTheTable() {
    History history =
        new History(
            Map.of(1L, known(1, 0, 30), 2L, known(2, 1, 1)),
            Map.of("main", SnapshotRef.branchBuilder(2).build()),
            Map.of(),
            NOW);

    Verdict verdict =
        Retention.decide(history, limits(Duration.ofDays(5)), NOW.plus(Duration.ofDays(1_000)));

    assertThat(verdict.expired()).isEmpty();
    assertThat(verdict.refusal().orElseThrow()).contains("1000 days", "expire.max-clock-lead");
  }

  @Test
  void keepsTheSnapshotOfARolledBackLedgerPropertyUntilACarrierStandsOnTheBranch() {
    Map<Long, Known> snapshots =
        Map.of(1L, known(1, 0, 30), 2L, known(2, 1, 20), 3L, known(3, 1, 9));
    Map<String, SnapshotRef> refs = Map.of("main", SnapshotRef.branchBuilder(3).build());

    Verdict verdict =
        Retention.decide(
            new History(snapshots, refs, Map.of("main", 2L), NOW), limits(Duration.ofDays(5)), NOW);

    assertThat(verdict.kept()).containsEntry(2L, new Stay(Reason.LEDGER_PROPERTY, "main"));
    assertThat(verdict.expired()).containsExactly(1L);
  }

  private static Known known(long id, long parent, long daysAgo) {
    return new Known(
        id,
        parent == 0 ? Optional.empty() : Optional.of(parent),
        NOW.minus(Duration.ofDays(daysAgo)),
        false,
        Set.of());
  }

  private static RetentionLimits limits(Duration maxAge) {
    return new RetentionLimits(
        new RetentionLimits.BranchLimits(maxAge, 1, Optional.empty()),
        Duration.ofHours(1),
        RetentionLimits.FOR_EVER,
        Duration.ofDays(30),
        Duration.ofDays(400));
  }
}
