/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.manifests;

import io.tidewater.compaction.manifests.ManifestShape.Group;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.task.Estimate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which manifests of one group are worth rewriting together.
 *
 * @param group what they have in common
 * @param paths the manifests
 * @param estimate cost, and what planning a query spares
 * @param reason the numbers that decided it
 */
record ManifestChoice(Group group, List<String> paths, Estimate estimate, String reason) {
  ManifestChoice {
    paths = List.copyOf(paths);
  }

  /** What is asked of a choice. */
  record Limits(
      long targetSize,
      long minInput,
      long maxOverlap,
      double minGain,
      Duration minAge,
      long maxBytes) {
    static Limits of(Policy policy) {
      return new Limits(
          Math.max(1, policy.get(ManifestOptions.TARGET_SIZE)),
          Math.max(2, policy.get(ManifestOptions.MIN_INPUT)),
          Math.max(1, policy.get(ManifestOptions.MAX_OVERLAP)),
          policy.get(ManifestOptions.MIN_GAIN),
          policy.get(ManifestOptions.MIN_AGE),
          policy.get(ManifestOptions.MAX_BYTES));
    }

    boolean isSmall(ManifestShape manifest) {
      return manifest.length() < targetSize / 2;
    }
  }

  /** What is worth rewriting of a group, if anything. A function of its arguments. */
  static Optional<ManifestChoice> of(Group group, List<ManifestShape> all, Limits limits) {
    List<ManifestShape> old =
        all.stream()
            .filter(manifest -> manifest.age().compareTo(limits.minAge()) >= 0)
            .sorted(Comparator.comparingInt((ManifestShape each) -> each.range().lower()))
            .toList();
    List<ManifestShape> small = old.stream().filter(limits::isSmall).toList();
    List<ManifestShape> wide = old.stream().filter(each -> each.range().isWide()).toList();
    double overlap = overlap(wide);
    boolean many = small.size() >= limits.minInput();
    boolean unclustered = overlap > limits.maxOverlap();
    Set<ManifestShape> chosen = new LinkedHashSet<>();
    if (many) {
      chosen.addAll(small);
    }
    if (unclustered) {
      chosen.addAll(wide);
    }
    return choice(group, capped(chosen, limits), limits)
        .filter(choice -> choice.estimate().gainPerByte() >= limits.minGain());
  }

  /** Within how many ranges a partition is, on average over where ranges begin. */
  static double overlap(List<ManifestShape> manifests) {
    int[] begins = manifests.stream().mapToInt(each -> each.range().lower()).sorted().toArray();
    int[] ends = manifests.stream().mapToInt(each -> each.range().upper()).sorted().toArray();
    long ranges = 0;
    int begun = 0;
    int ended = 0;
    for (int rank : begins) {
      while (begun < begins.length && begins[begun] <= rank) {
        begun++;
      }
      while (ended < ends.length && ends[ended] < rank) {
        ended++;
      }
      ranges += begun - ended;
    }
    return begins.length == 0 ? 0 : (double) ranges / begins.length;
  }

  private static List<ManifestShape> capped(Set<ManifestShape> chosen, Limits limits) {
    List<ManifestShape> some = new ArrayList<>();
    long bytes = 0;
    for (ManifestShape manifest : chosen) {
      bytes += manifest.length();
      if (bytes > limits.maxBytes()) {
        break;
      }
      some.add(manifest);
    }
    return some;
  }

  private static Optional<ManifestChoice> choice(
      Group group, List<ManifestShape> chosen, Limits limits) {
    if (chosen.size() < 2) {
      return Optional.empty();
    }
    long bytes = chosen.stream().mapToLong(ManifestShape::length).sum();
    long after = (bytes + limits.targetSize() - 1) / limits.targetSize();
    long spared = Math.max(0, chosen.size() - after);
    List<ManifestShape> wide = chosen.stream().filter(each -> each.range().isWide()).toList();
    double overlap = overlap(wide);
    double pruned =
        Math.max(0, overlap - 2) * (Estimate.OPEN_FILE_COST + (double) bytes / chosen.size());
    double merged = (double) spared * Estimate.OPEN_FILE_COST;
    Estimate estimate = new Estimate(bytes, bytes, chosen.size(), after, Math.max(pruned, merged));
    String reason =
        String.format(
            Locale.ROOT,
            "%d manifests of %s in spec %d, %d KB, would be %d; a partition is in the range of %.1f",
            chosen.size(),
            group.content().name().toLowerCase(Locale.ROOT),
            group.specId(),
            bytes >> 10,
            after,
            overlap);
    return Optional.of(
        new ManifestChoice(
            group, chosen.stream().map(ManifestShape::path).toList(), estimate, reason));
  }
}
