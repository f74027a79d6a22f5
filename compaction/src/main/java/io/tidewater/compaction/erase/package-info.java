/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Erasing all that is stored of some keys, so that nobody can bring it back: rows on all branches,
 * stored rows that were deleted long ago, equality deletes that name the keys, dead letters, and
 * snapshots of the past with their files.
 *
 * <p>{@link io.tidewater.compaction.erase.Search} looks through all snapshots for what holds the
 * keys. {@link io.tidewater.compaction.erase.BranchErasure} frees the heads of branches, beside
 * writers; {@link io.tidewater.compaction.erase.History} then expires the snapshots of the past
 * that hold the keys and deletes their files. Each run begins with looking, so a run that was cut
 * off is simply begun again; only which files are to be deleted is remembered, in an {@link
 * io.tidewater.compaction.erase.EraseJournal}. The {@link
 * io.tidewater.compaction.erase.EraseReport} tells what was done, and what holds the keys still. No
 * value of a key is ever logged, reported or put into a message.
 */
@NullMarked
package io.tidewater.compaction.erase;

import org.jspecify.annotations.NullMarked;
