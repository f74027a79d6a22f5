/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.types.Comparators;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.util.StructLikeMap;

/** Divides partitions, in their order, into ranges with about the same number of files. */
final class PartitionBins {
  private final StructLikeMap<Integer> bins;
  private final int count;

  private PartitionBins(StructLikeMap<Integer> bins, int count) {
    this.bins = bins;
    this.count = count;
  }

  /**
   * @param files how many files each partition has
   * @param perBin how many files a bin takes before the next is begun
   */
  static PartitionBins of(Types.StructType type, StructLikeMap<Long> files, long perBin) {
    List<Map.Entry<StructLike, Long>> ordered = new ArrayList<>(files.entrySet());
    ordered.sort(Map.Entry.comparingByKey(Comparators.forType(type)));
    StructLikeMap<Integer> bins = StructLikeMap.create(type);
    int bin = 0;
    long inBin = 0;
    for (Map.Entry<StructLike, Long> partition : ordered) {
      if (inBin > 0 && inBin + partition.getValue() > perBin) {
        bin++;
        inBin = 0;
      }
      bins.put(partition.getKey(), bin);
      inBin += partition.getValue();
    }
    return new PartitionBins(bins, bin + 1);
  }

  int count() {
    return count;
  }

  int of(StructLike partition) {
    return Objects.requireNonNull(bins.get(partition), "a partition that was counted");
  }
}
