/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Writing which rows are deleted by their positions: {@link
 * io.tidewater.compaction.deletes.write.PositionWriter} gives each data file one deletion vector
 * (format v3) or one position delete (v2) that takes the place of those that it had.
 */
@NullMarked
package io.tidewater.compaction.deletes.write;

import org.jspecify.annotations.NullMarked;
