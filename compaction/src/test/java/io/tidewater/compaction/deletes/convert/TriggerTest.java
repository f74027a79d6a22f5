/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.task.Finding.Decision;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TriggerTest {
  private static final Trigger DEFAULTS = Trigger.of(Policy.DEFAULTS);

  private static Decision decide(long files, long bytes, long keys, int seconds) {
    return DEFAULTS
        .decide("day=1", new Pending(files, bytes, keys, Duration.ofSeconds(seconds)), 1_000_000)
        .decision();
  }

  @Test
  void waitsForMoreButNotForLong() {
    assertThat(decide(1, 1_000, 10, 5)).isEqualTo(Decision.WAIT);
    assertThat(decide(1, 1_000, 10, 60)).isEqualTo(Decision.DO);
  }

  @Test
  void doesNotWaitWhereThereIsMuch() {
    assertThat(decide(20, 1_000, 10, 0)).isEqualTo(Decision.DO);
    assertThat(decide(1, 64 << 20, 10, 0)).isEqualTo(Decision.DO);
    assertThat(decide(1, 1_000, 50_000, 0)).isEqualTo(Decision.DO);
    assertThat(decide(1, 1_000, 49_999, 0)).isEqualTo(Decision.WAIT);
  }

  @Test
  void tellsTheNumbersThatDecided() {
    Pending pending = new Pending(3, 1_000, 10, Duration.ofSeconds(5));

    assertThat(DEFAULTS.decide("day=1", pending, 1_000_000).reason())
        .isEqualTo(
            "3 equality deletes of 10 keys and 1000 bytes, the oldest 5 s old: wait until the"
                + " oldest is 1m old");
  }
}
