/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What is live on a branch, as far as deletes care: {@link
 * io.tidewater.compaction.deletes.live.EqualityDelete}s with the {@link
 * io.tidewater.compaction.deletes.live.Scope} and the bounds that say which data files they can
 * touch, and the {@link io.tidewater.compaction.deletes.live.PositionDeletes} that data files have
 * already. All of it is read from manifests.
 */
@NullMarked
package io.tidewater.compaction.deletes.live;

import org.jspecify.annotations.NullMarked;
