/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.offsets;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Offsets of one partition that share a fault.
 *
 * @param count how many times the fault was found
 * @param first the lowest offsets that have it, in runs; a sample when there are many
 */
public record Findings(long count, List<OffsetRun> first) {
  private static final int SAMPLE = 8;

  /** No offset has the fault. */
  public static final Findings NONE = new Findings(0, List.of());

  public Findings {
    first = List.copyOf(first);
  }

  static Findings of(OffsetSet offsets) {
    return of(offsets.size(), offsets);
  }

  static Findings of(long count, OffsetSet offsets) {
    return new Findings(count, offsets.firstRuns(SAMPLE));
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** The runs, and an ellipsis where they are only the first ones. */
  @Override
  public String toString() {
    String runs = first.stream().map(OffsetRun::toString).collect(Collectors.joining(", "));
    return first.size() < SAMPLE ? runs : runs + ", …";
  }
}
