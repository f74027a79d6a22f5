/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.offsets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetSetTest {
  @Test
  void tellsWhetherAnOffsetIsNew() {
    OffsetSet offsets = new OffsetSet();

    assertThat(offsets.add(7)).isTrue();
    assertThat(offsets.add(7)).isFalse();
    assertThat(offsets.size()).isEqualTo(1);
  }

  @Test
  void givesRunsOfNeighbours() {
    OffsetSet offsets = OffsetSet.range(3, 6);
    offsets.add(9);
    offsets.add(20);
    offsets.add(21);

    assertThat(offsets.firstRuns(2)).containsExactly(new OffsetRun(3, 5), new OffsetRun(9, 9));
    assertThat(offsets.firstRuns(9)).hasSize(3).last().hasToString("20-21");
  }

  @Test
  void holdsOffsetsBeyondTheRangeOfAnInteger() {
    long far = 5L * Integer.MAX_VALUE;
    OffsetSet offsets = OffsetSet.range(far, far + 3);

    assertThat(offsets.size()).isEqualTo(3);
    assertThat(offsets.last()).isEqualTo(far + 2);
    assertThat(offsets.within(far + 1, far + 2).firstRuns(5))
        .containsExactly(new OffsetRun(far + 1, far + 1));
  }

  @Test
  void emptyRangesHoldNothing() {
    assertThat(OffsetSet.range(5, 5).isEmpty()).isTrue();
    assertThat(OffsetSet.range(5, 2).isEmpty()).isTrue();
    assertThat(new OffsetSet().last()).isEqualTo(-1);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agreesWithPlainSets(long seed) {
    Random random = new Random(seed);
    Set<Long> left = new HashSet<>();
    Set<Long> right = new HashSet<>();
    OffsetSet leftBits = new OffsetSet();
    OffsetSet rightBits = new OffsetSet();
    for (int i = 0; i < 5_000; i++) {
      long offset = random.nextInt(8_000) * (random.nextInt(10) == 0 ? 1_000_003L : 1L);
      boolean toLeft = random.nextBoolean();
      assertThat((toLeft ? leftBits : rightBits).add(offset))
          .isEqualTo((toLeft ? left : right).add(offset));
    }
    Set<Long> both = new HashSet<>(left);
    both.retainAll(right);

    assertThat(leftBits.size()).isEqualTo(left.size());
    assertThat(leftBits.and(rightBits).size()).isEqualTo(both.size());
    assertThat(leftBits.minus(rightBits).size()).isEqualTo(left.size() - both.size());
    assertThat(both).allMatch(leftBits.and(rightBits)::contains);
  }
}
