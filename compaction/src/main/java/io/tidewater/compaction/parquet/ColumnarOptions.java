/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.io.Serializable;

/**
 * How much is copied.
 *
 * @param minCopyBytes a row group of at least so many compressed bytes is copied rather than packed
 *     together with others, if no row of it was deleted
 */
public record ColumnarOptions(long minCopyBytes) implements Serializable {
  /** Row groups from 8 MB on are copied: from there on, a larger one reads hardly faster. */
  public static final ColumnarOptions DEFAULT = new ColumnarOptions(8L << 20);

  /** A small target means small row groups: four of them make a file at least. */
  long minCopyBytes(long targetBytes) {
    return Math.min(minCopyBytes, Math.max(1, targetBytes / 4));
  }
}
