/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Keys of equality deletes in memory: a {@link io.tidewater.compaction.deletes.key.KeyFormat} turns
 * the key columns of a row into bytes in a {@link io.tidewater.compaction.deletes.key.KeyBuffer},
 * and a {@link io.tidewater.compaction.deletes.key.KeyArena} holds many of them.
 */
@NullMarked
package io.tidewater.compaction.deletes.key;

import org.jspecify.annotations.NullMarked;
