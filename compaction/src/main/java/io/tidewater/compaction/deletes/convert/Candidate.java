/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.DataFile;

/**
 * A data file that equality deletes of a batch may delete rows of.
 *
 * @param file without metrics
 * @param groups of deletes that may
 * @param bytes of the columns that have to be read
 */
record Candidate(DataFile file, List<KeyGroup> groups, long bytes) {
  static Candidate of(DataFile file, List<KeyGroup> groups) {
    Set<Integer> columns = new TreeSet<>();
    groups.forEach(group -> columns.addAll(group.keys().schema().idToName().keySet()));
    return new Candidate(file.copyWithoutStats(), List.copyOf(groups), bytes(file, columns));
  }

  private static long bytes(DataFile file, Set<Integer> columns) {
    Map<Integer, Long> sizes = file.columnSizes();
    if (sizes == null || !columns.stream().allMatch(sizes::containsKey)) {
      return file.fileSizeInBytes();
    }
    return columns.stream().mapToLong(sizes::get).sum();
  }
}
