/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The compaction service: keeps Iceberg tables fast and small beside writers that never stop, and
 * never loses a row. This package wires the others.
 *
 * <p>Each kind of maintenance has a package of its own and is a {@link
 * io.tidewater.compaction.task.Maintenance}. All of them plan on a {@link
 * io.tidewater.compaction.drift.Baseline} and commit through a {@link
 * io.tidewater.compaction.commit.BranchCommitter}.
 */
@NullMarked
package io.tidewater.compaction;

import org.jspecify.annotations.NullMarked;
