/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.observe;

/**
 * How well the files of a partition keep to the table's sort order.
 *
 * @param unsortedFiles files that do not claim the order
 * @param unsortedBytes their size
 * @param width of the ranges of the leading sort column in all files, added up
 * @param low where the lowest range began, of all files that there ever were
 * @param high where the highest range ended
 */
public record LayoutFacts(
    long unsortedFiles, long unsortedBytes, double width, double low, double high) {
  public static final LayoutFacts NONE =
      new LayoutFacts(0, 0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  /** In how many files a value is looked for, on average over the range of values; 1 is ideal. */
  public double averageDepth() {
    return high > low ? Math.max(0, width) / (high - low) : 0;
  }
}
