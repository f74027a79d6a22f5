/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.table;

import io.tidewater.examples.offsets.PartitionRows;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the rows of a table came from.
 *
 * @param partitions the rows of one topic, by partition
 * @param unplaced rows whose partition or offset is null: no sink wrote them
 */
public record RowOffsets(SortedMap<Integer, PartitionRows> partitions, long unplaced) {
  public RowOffsets {
    partitions = Collections.unmodifiableSortedMap(new TreeMap<>(partitions));
  }
}
