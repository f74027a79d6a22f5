/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.observe.SortKey.Range;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverlapsTest {
  @Test
  void findsFilesThatShareAStretch() {
    Map<String, Range> ranges =
        Map.of(
            "a", new Range(0, 10),
            "b", new Range(5, 15),
            "c", new Range(8, 9),
            "far", new Range(14, 30));

    assertThat(Overlaps.deeperThan(ranges, 3)).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(Overlaps.deeperThan(ranges, 4)).isEmpty();
  }

  @Test
  void filesThatOnlyTouchDoNotOverlap() {
    Map<String, Range> ranges =
        Map.of("a", new Range(0, 5), "b", new Range(5, 9), "point", new Range(5, 5));

    assertThat(Overlaps.deeperThan(ranges, 2)).isEmpty();
  }

  @Test
  void agreesWithLookingAtEveryStretch() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Map<String, Range> ranges = new HashMap<>();
      for (int file = 0; file < 8; file++) {
        int low = random.nextInt(20);
        ranges.put("f" + file, new Range(low, low + random.nextInt(8)));
      }
      int depth = 2 + random.nextInt(3);

      assertThat(Overlaps.deeperThan(ranges, depth))
          .as("seed %d", seed)
          .isEqualTo(slowly(ranges, depth));
    }
  }

  private static Set<String> slowly(Map<String, Range> ranges, int depth) {
    Set<String> deep = new HashSet<>();
    for (double at = 0.5; at < 30; at++) {
      Set<String> here = new HashSet<>();
      for (Map.Entry<String, Range> entry : ranges.entrySet()) {
        if (entry.getValue().low() < at && at < entry.getValue().high()) {
          here.add(entry.getKey());
        }
      }
      if (here.size() >= depth) {
        deep.addAll(here);
      }
    }
    return deep;
  }
}
