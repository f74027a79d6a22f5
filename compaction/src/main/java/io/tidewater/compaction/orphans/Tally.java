/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts files and their bytes by kind. Not thread-safe. */
final class Tally {
  private final Map<FileKind, Count> counts = new EnumMap<>(FileKind.class);

  private record Count(long files, long bytes) {
    Count plus(Count other) {
      return new Count(files + other.files, bytes + other.bytes);
    }
  }

  void add(ListedFile file) {
    counts.merge(FileKind.of(file.location()), new Count(1, file.size()), Count::plus);
  }

  long files() {
    return counts.values().stream().mapToLong(Count::files).sum();
  }

  long bytes() {
    return counts.values().stream().mapToLong(Count::bytes).sum();
  }

  /** Such as {@code 12 files (3.4 MB): 10 data files (3.3 MB), 2 manifest files (0.1 MB)}. */
  @Override
  public String toString() {
    if (counts.isEmpty()) {
      return "no file";
    }
    List<String> kinds = new ArrayList<>();
    counts.forEach(
        (kind, count) ->
            kinds.add(count.files() + " " + kind.plural() + " (" + megabytes(count.bytes()) + ")"));
    return files() + " files (" + megabytes(bytes()) + "): " + String.join(", ", kinds);
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
  }
}
