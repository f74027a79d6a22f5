/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.expiry.History.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CommitTimesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  /** A chain of snapshots 1, 2, ..., committed so many hours ago by what their writers said. */
  private static CommitTimes chain(long... hoursAgo) {
    Map<Long, Known> snapshots = new HashMap<>();
    for (int i = 0; i < hoursAgo.length; i++) {
      long id = i + 1L;
      Instant said = NOW.minus(Duration.ofHours(hoursAgo[i]));
      Optional<Long> parent = i == 0 ? Optional.empty() : Optional.of(id - 1);
      snapshots.put(id, new Known(id, parent, said, false, Set.of()));
    }
    return new CommitTimes(new History(snapshots, Map.of(), Map.of(), NOW), NOW);
  }

  private static long hours(CommitTimes times, long id) {
    return times.age(id).toHours();
  }

  @Test
  void believesClocksThatAgree() {
    CommitTimes times = chain(9, 6, 3);

    assertThat(hours(times, 1)).isEqualTo(9);
    assertThat(hours(times, 2)).isEqualTo(6);
    assertThat(hours(times, 3)).isEqualTo(3);
  }

  @Test
  void takesNoSnapshotForOlderThanItsParent() {
    CommitTimes times = chain(9, 800, 3);

    assertThat(hours(times, 2)).isEqualTo(9);
    assertThat(hours(times, 3)).isEqualTo(3);
  }

  @Test
  void takesATimeThatIsStillToComeForThatOfTheNextSnapshot() {
    CommitTimes times = chain(9, -5_000, -1, 3);

    assertThat(hours(times, 1)).isEqualTo(9);
    assertThat(hours(times, 2)).isEqualTo(3);
    assertThat(hours(times, 3)).isEqualTo(3);
    assertThat(hours(times, 4)).isEqualTo(3);
  }

  @Test
  void takesAHeadWhoseTimeIsStillToComeForNew() {
    CommitTimes times = chain(9, -5_000);

    assertThat(hours(times, 2)).isZero();
  }

  @Test
  void takesAllForNewWhenTheOwnClockIsBehindAllWriters() {
    CommitTimes times = chain(-3, -2, -1);

    assertThat(hours(times, 1)).isZero();
  }
}
