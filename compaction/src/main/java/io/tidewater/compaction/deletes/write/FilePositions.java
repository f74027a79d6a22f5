/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.write;

import org.apache.iceberg.DataFile;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/**
 * Rows of a data file that are deleted.
 *
 * @param positions of the rows, from 0
 */
public record FilePositions(DataFile file, Roaring64NavigableMap positions) {}
