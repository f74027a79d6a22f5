/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Keeping deletes cheap to read. A sink that upserts leaves equality deletes, which every reader
 * has to join with its rows; {@link io.tidewater.compaction.deletes.convert.ConvertDeletes} turns
 * them into positions, reading nothing of the data files but their keys. Positions pile up in small
 * files, and outlive what they speak of; {@link
 * io.tidewater.compaction.deletes.repack.RepackDeletes} sees to that.
 *
 * <p>An equality delete applies to data files of its scope (its partition, or the whole table where
 * its spec is unpartitioned) with strictly smaller data sequence numbers. It goes when all those
 * that are live on the very head that is committed to have been scanned for its keys.
 */
@NullMarked
package io.tidewater.compaction.deletes;

import org.jspecify.annotations.NullMarked;
