/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Writing data files anew: fewer and larger, sorted, free of deleted rows, in the newest schema.
 *
 * <p>A {@link io.tidewater.compaction.rewrite.FileGroup} is a piece of work that stands alone: it
 * can be shipped to another machine, and committed or given up by itself. A {@link
 * io.tidewater.compaction.rewrite.GroupRewriter} turns it into a {@link
 * io.tidewater.compaction.rewrite.RewrittenGroup}.
 */
@NullMarked
package io.tidewater.compaction.rewrite;

import org.jspecify.annotations.NullMarked;
