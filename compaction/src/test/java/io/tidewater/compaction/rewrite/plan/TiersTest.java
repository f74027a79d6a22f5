/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.observe.SizeClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiersTest {
  private static final long MB = 1 << 20;
  private static final long TARGET = 512 * MB;
  private static final int SMALL = SizeClasses.below(TARGET / 4 * 3);

  private static int merge(Long... sizes) {
    return Tiers.toMerge(Facts.sizes(List.of(sizes)), SMALL, 4);
  }

  @Test
  void leavesALargeFileOutOfAMergeOfTinyOnes() {
    int merge = merge(MB, MB, MB, MB, MB, 200 * MB);

    assertThat(merge).isEqualTo(SizeClasses.of(MB) + 1);
  }

  @Test
  void takesALargeFileTogetherWithEnoughOthers() {
    assertThat(merge(MB, 60 * MB, 60 * MB, 60 * MB, 60 * MB))
        .isEqualTo(SizeClasses.of(60 * MB) + 1);
  }

  @Test
  void leavesFewFilesAlone() {
    assertThat(merge(MB, MB, MB)).isZero();
    assertThat(merge(MB, 200 * MB, 200 * MB)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void rewritesNoByteOftenHoweverLongAPartitionGrows(long seed) {
    Random random = new Random(seed);
    List<Long> files = new ArrayList<>();
    long ingested = 0;
    long rewritten = 0;
    for (int commit = 0; commit < 3000; commit++) {
      long size = (1 + random.nextInt(4)) * MB / 2;
      ingested += size;
      files.add(size);
      int merge = Tiers.toMerge(Facts.sizes(files), SMALL, 4);
      List<Long> merged = files.stream().filter(file -> SizeClasses.of(file) < merge).toList();
      if (merged.size() >= 8) {
        long bytes = merged.stream().mapToLong(Long::longValue).sum();
        rewritten += bytes;
        files.removeIf(file -> SizeClasses.of(file) < merge);
        for (long left = bytes; left > 0; left -= TARGET) {
          files.add(Math.min(left, TARGET));
        }
      }
    }
    // log4(512 / 0.5) = 5; classes that double blur it a little.
    assertThat((double) rewritten / ingested).as("seed %d", seed).isLessThan(6);
    assertThat(files.stream().filter(file -> file < TARGET / 2).count()).isLessThan(60);
  }
}
