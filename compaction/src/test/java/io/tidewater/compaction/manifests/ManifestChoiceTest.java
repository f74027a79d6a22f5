/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewater.compaction.manifests.ManifestShape.Group;
import io.tidewater.compaction.manifests.ManifestShape.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.iceberg.ManifestContent;
import org.junit.jupiter.api.Test;

final class ManifestChoiceTest {
  private static final Group GROUP = new Group(ManifestContent.DATA, 0);
  private static final long MB = 1L << 20;
  private static final ManifestChoice.Limits LIMITS =
      new ManifestChoice.Limits(8 * MB, 30, 4, 0.1, Duration.ofMinutes(10), 256 * MB);

  private static ManifestShape shape(int id, long length, int lower, int upper) {
    return new ManifestShape(
        "m" + id, GROUP, length, 100, Duration.ofHours(1), new Range(lower, upper));
  }

  private static List<ManifestShape> random(Random random) {
    List<ManifestShape> shapes = new ArrayList<>();
    for (int i = random.nextInt(120); i >= 0; i--) {
      int lower = random.nextInt(50);
      shapes.add(
          new ManifestShape(
              "m" + i,
              GROUP,
              1 + random.nextInt(random.nextBoolean() ? 20_000 : 12_000_000),
              random.nextInt(10_000),
              Duration.ofMinutes(random.nextInt(60)),
              new Range(lower, lower + random.nextInt(10))));
    }
    return shapes;
  }

  @Test
  void choosesOnlyWhatIsOldFitsAndPays() {
    for (long seed = 0; seed < 5_000; seed++) {
      List<ManifestShape> shapes = random(new Random(seed));
      Optional<ManifestChoice> choice = ManifestChoice.of(GROUP, shapes, LIMITS);
      if (choice.isPresent()) {
        List<ManifestShape> chosen =
            shapes.stream().filter(each -> choice.get().paths().contains(each.path())).toList();
        assertThat(chosen).as("seed %d", seed).hasSize(choice.get().paths().size());
        assertThat(chosen).as("seed %d", seed).allMatch(each -> each.age().toMinutes() >= 10);
        assertThat(chosen.stream().mapToLong(ManifestShape::length).sum())
            .as("seed %d", seed)
            .isEqualTo(choice.get().estimate().bytesRead())
            .isLessThanOrEqualTo(LIMITS.maxBytes());
        assertThat(new HashSet<>(choice.get().paths())).hasSameSizeAs(choice.get().paths());
        assertThat(choice.get().estimate().gainPerByte()).isGreaterThanOrEqualTo(0.1);
      }
    }
  }

  @Test
  void countsOverlapAsAPlainCountWould() {
    for (long seed = 0; seed < 2_000; seed++) {
      List<ManifestShape> shapes = random(new Random(seed));
      double plain =
          shapes.stream()
              .mapToLong(
                  each ->
                      shapes.stream()
                          .filter(other -> other.range().lower() <= each.range().lower())
                          .filter(other -> other.range().upper() >= each.range().lower())
                          .count())
              .average()
              .orElse(0);
      assertThat(ManifestChoice.overlap(shapes)).as("seed %d", seed).isEqualTo(plain, within(1e-9));
    }
  }

  @Test
  void mergesManySmallOnes() {
    List<ManifestShape> shapes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      shapes.add(shape(i, 10_000, 0, 0));
    }
    shapes.add(shape(40, 7 * MB, 0, 0));

    ManifestChoice choice = ManifestChoice.of(GROUP, shapes, LIMITS).orElseThrow();

    assertThat(choice.paths()).hasSize(40).doesNotContain("m40");
    assertThat(choice.estimate().filesAfter()).isEqualTo(1);
  }

  @Test
  void leavesAFewSmallOnesToTheWriter() {
    List<ManifestShape> shapes = new ArrayList<>();
    for (int i = 0; i < 29; i++) {
      shapes.add(shape(i, 10_000, 0, 0));
    }

    assertThat(ManifestChoice.of(GROUP, shapes, LIMITS)).isEmpty();
  }

  @Test
  void clustersWhatOverlapsThoughItIsLarge() {
    List<ManifestShape> shapes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      shapes.add(shape(i, 8 * MB, 0, 99));
    }

    assertThat(ManifestChoice.of(GROUP, shapes, LIMITS).orElseThrow().paths()).hasSize(20);
  }

  @Test
  void leavesOnePartitionThatNeedsManyLargeManifests() {
    List<ManifestShape> shapes = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      shapes.add(shape(i, 8 * MB, 3, 3));
    }

    assertThat(ManifestChoice.of(GROUP, shapes, LIMITS)).isEmpty();
  }
}
