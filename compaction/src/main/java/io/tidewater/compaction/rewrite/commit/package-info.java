/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Committing rewritten groups beside writers that never stop.
 *
 * <p>Groups are rewritten from one snapshot and committed on a later head. What others did in
 * between is the {@link io.tidewater.compaction.drift.Drift}; from it {@link
 * io.tidewater.compaction.rewrite.commit.Fates} decides for each group alone:
 *
 * <ul>
 *   <li>Where an input is gone, the group is lost; the others go on.
 *   <li>Rows of inputs that were deleted by position in the meantime are deleted in the outputs, by
 *       {@link io.tidewater.compaction.rewrite.commit.LatePatch}, if it is known where they went.
 *   <li>Rows that were deleted by equality are covered: outputs carry the sequence number of the
 *       snapshot that they were made from, and later deletes apply to them.
 *   <li>Iceberg drops delete files that are older than all data files that remain, and does not see
 *       the old sequence numbers of files that the same commit adds. {@link
 *       io.tidewater.compaction.rewrite.commit.EndangeredDeletes} finds what would be lost, and the
 *       commit adds it again.
 * </ul>
 */
@NullMarked
package io.tidewater.compaction.rewrite.commit;

import org.jspecify.annotations.NullMarked;
