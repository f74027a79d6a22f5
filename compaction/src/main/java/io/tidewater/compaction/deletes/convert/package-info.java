/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Equality deletes become positions. {@link io.tidewater.compaction.deletes.convert.ConvertDeletes}
 * finds those that are due; a task takes them batch by batch, each as large as the keys that fit
 * into memory. A {@link io.tidewater.compaction.deletes.convert.Batch} knows which data files it
 * can touch, a {@link io.tidewater.compaction.deletes.convert.Scanner} finds the deleted rows in
 * them, and a {@link io.tidewater.compaction.deletes.convert.Conversion} commits on whatever head
 * it meets.
 */
@NullMarked
package io.tidewater.compaction.deletes.convert;

import org.jspecify.annotations.NullMarked;
