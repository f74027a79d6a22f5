/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.observe;

import java.time.Instant;

/**
 * What is known of a partition.
 *
 * @param sizes of data files
 * @param records rows in data files, deleted ones included
 * @param deletes those that belong to the partition; deletes that apply to the whole table do not
 * @param layout of data files
 * @param lastChange when a writer last added to it, rewrites apart; {@link Instant#EPOCH} if that
 *     is so long ago that the snapshot has expired
 */
public record PartitionFacts(
    SizeClasses sizes, long records, DeleteFacts deletes, LayoutFacts layout, Instant lastChange) {
  static final PartitionFacts NONE =
      new PartitionFacts(SizeClasses.NONE, 0, DeleteFacts.NONE, LayoutFacts.NONE, Instant.EPOCH);

  public long files() {
    return sizes.filesBelow(SizeClasses.COUNT);
  }

  public long bytes() {
    return sizes.bytesBelow(SizeClasses.COUNT);
  }
}
