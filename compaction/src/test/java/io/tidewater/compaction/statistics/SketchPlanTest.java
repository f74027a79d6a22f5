/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.statistics.SketchPlan.Full;
import io.tidewater.compaction.statistics.SketchPlan.Keep;
import io.tidewater.compaction.statistics.SketchPlan.Limits;
import io.tidewater.compaction.statistics.SketchPlan.Merge;
import io.tidewater.compaction.statistics.SketchPlan.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SketchPlanTest {
  private static final Limits LIMITS = new Limits(Duration.ofHours(6), 0.1, 0.2);

  private static Step append(long id, long rows) {
    return new Step(id, false, Duration.ofHours(1), rows, 0, Optional.empty());
  }

  private static Step rewrite(long id, long rows) {
    return new Step(id, true, Duration.ofHours(1), rows, rows, Optional.empty());
  }

  private static Step sketched(long id, long hours, long removed) {
    return new Step(id, false, Duration.ofHours(hours), 1_000, 0, Optional.of(removed));
  }

  @Test
  void readsEverythingTheFirstTime() {
    assertThat(SketchPlan.of(List.of(append(1, 10)), 10, LIMITS)).isInstanceOf(Full.class);
  }

  @Test
  void addsWhatWasAddedSince() {
    SketchPlan plan =
        SketchPlan.of(List.of(append(4, 100), append(3, 100), sketched(2, 7, 5)), 1_000, LIMITS);

    assertThat(plan).isInstanceOf(Merge.class);
    assertThat(((Merge) plan).base()).isEqualTo(2);
    assertThat(((Merge) plan).since()).containsExactly(3L, 4L);
    assertThat(((Merge) plan).removedRows()).isEqualTo(5);
  }

  @Test
  void leavesOutRewritesThatAddNoValue() {
    SketchPlan plan =
        SketchPlan.of(List.of(rewrite(4, 900), append(3, 200), sketched(2, 7, 0)), 1_000, LIMITS);

    assertThat(((Merge) plan).since()).containsExactly(3L);
    assertThat(((Merge) plan).removedRows()).isZero();
  }

  @Test
  void isContentWithYoungSketchesAndWithLittleChange() {
    assertThat(SketchPlan.of(List.of(append(3, 900), sketched(2, 5, 0)), 1_000, LIMITS))
        .isInstanceOf(Keep.class);
    assertThat(SketchPlan.of(List.of(append(3, 99), sketched(2, 9, 0)), 1_000, LIMITS))
        .isInstanceOf(Keep.class);
  }

  @Test
  void readsEverythingAgainWhenTooMuchWasRemovedInAll() {
    Step removal = new Step(3, false, Duration.ofHours(1), 0, 150, Optional.empty());

    assertThat(SketchPlan.of(List.of(removal, sketched(2, 9, 60)), 1_000, LIMITS))
        .isInstanceOf(Full.class);
  }
}
