/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.plan;

import io.tidewater.compaction.policy.Policy;
import java.time.Duration;

/**
 * By what partitions are judged; see {@link RewriteOptions} for the meaning of each.
 *
 * @param targetBytes size of new files
 * @param busy what busy partitions wait for
 * @param minGain bytes spared for each moved
 * @param deletes when deletes are worth a rewrite
 * @param layout what order is kept
 */
public record JudgeRules(
    long targetBytes, Busy busy, double minGain, Deletes deletes, Layout layout) {

  /**
   * What partitions wait for that still receive data.
   *
   * @param minInputFiles small files
   * @param growth of files by a rewrite
   * @param coldAfter when a partition is no longer busy
   */
  public record Busy(long minInputFiles, double growth, Duration coldAfter) {}

  /**
   * When deletes are worth a rewrite.
   *
   * @param ratio share of deleted rows
   * @param maxEqualityBytes equality deletes that a rewrite applies at most
   */
  public record Deletes(double ratio, long maxEqualityBytes) {}

  /**
   * What order is kept.
   *
   * @param sorts whether the table's sort order is
   * @param overlapDepth how many files may overlap
   * @param oldSpecs whether files of older specs are rewritten
   * @param groupBytes how much is sorted together
   */
  public record Layout(boolean sorts, long overlapDepth, boolean oldSpecs, long groupBytes) {}

  /** The rules of a policy. */
  public static JudgeRules of(Policy policy) {
    return new JudgeRules(
        policy.get(RewriteOptions.TARGET_FILE_SIZE),
        new Busy(
            policy.get(RewriteOptions.MIN_INPUT_FILES),
            policy.get(RewriteOptions.GROWTH),
            policy.get(RewriteOptions.COLD_AFTER)),
        policy.get(RewriteOptions.MIN_GAIN),
        new Deletes(
            policy.get(RewriteOptions.DELETE_RATIO),
            policy.get(RewriteOptions.MAX_EQUALITY_DELETE_BYTES)),
        new Layout(
            policy.get(RewriteOptions.ORDER) == RewriteOptions.Order.TABLE,
            policy.get(RewriteOptions.OVERLAP_DEPTH),
            policy.get(RewriteOptions.OLD_SPECS),
            groupBytes(policy)));
  }

  private static long groupBytes(Policy policy) {
    // A group that cannot fill a file would be rewritten again and again.
    return Math.max(
        policy.get(RewriteOptions.MAX_GROUP_BYTES), policy.get(RewriteOptions.TARGET_FILE_SIZE));
  }

  /** Files of fewer bytes are small. */
  long smallBelow() {
    return targetBytes / 4 * 3;
  }
}
