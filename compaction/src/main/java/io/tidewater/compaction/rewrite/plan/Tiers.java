/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.plan;

import io.tidewater.compaction.observe.SizeClasses;

/**
 * Which files of a partition that still grows are rewritten together: as many size classes, from
 * the smallest up, as make the files of the largest of them grow enough. So each byte is rewritten
 * a bounded number of times on its way to a file of the target size.
 */
final class Tiers {
  private Tiers() {}

  /**
   * The number of size classes to be rewritten together; 0 if none.
   *
   * @param small the number of classes of small files
   * @param growth how many times as large the result has to be as a file that goes into it
   */
  static int toMerge(SizeClasses sizes, int small, double growth) {
    int merge = 0;
    for (int sizeClass = 0; sizeClass < small; sizeClass++) {
      long files = sizes.files(sizeClass);
      if (files == 0) {
        continue;
      }
      double average = (double) sizes.bytes(sizeClass) / files;
      if (sizes.bytesBelow(sizeClass + 1) >= growth * average) {
        merge = sizeClass + 1;
      }
    }
    return merge;
  }
}
