/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Keeping position deletes few and to the point: an {@link
 * io.tidewater.compaction.deletes.repack.Inventory} of a snapshot's delete files, a {@link
 * io.tidewater.compaction.deletes.repack.RepackPlan} made of it, and a {@link
 * io.tidewater.compaction.deletes.repack.Repacking} that commits what of it still holds.
 */
@NullMarked
package io.tidewater.compaction.deletes.repack;

import org.jspecify.annotations.NullMarked;
