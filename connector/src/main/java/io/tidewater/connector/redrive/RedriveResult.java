/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.redrive;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of dead letters.
 *
 * @param redriven became rows
 * @param skipped had a row already
 * @param stillBad cannot become rows
 * @param waiting were left, since the sink has not come past them yet
 * @param reasons why the first of the bad ones are bad
 */
public record RedriveResult(
    long redriven, long skipped, long stillBad, long waiting, List<String> reasons) {
  private static final int REASONS_KEPT = 10;

  /** Nothing. */
  public static final RedriveResult NONE = new RedriveResult(0, 0, 0, 0, List.of());

  public RedriveResult {
    reasons = reasons.stream().limit(REASONS_KEPT).toList();
  }

  RedriveResult plus(RedriveResult other) {
    List<String> all = new ArrayList<>(reasons);
    all.addAll(other.reasons);
    return new RedriveResult(
        redriven + other.redriven,
        skipped + other.skipped,
        stillBad + other.stillBad,
        waiting + other.waiting,
        all);
  }

  /** How many dead letters were looked at. */
  public long all() {
    return redriven + skipped + stillBad + waiting;
  }
}
