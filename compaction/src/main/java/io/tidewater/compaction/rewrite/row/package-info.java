/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Rewriting row by row: the way that takes every group, whatever its schema, deletes or order.
 *
 * <p>A {@link io.tidewater.compaction.rewrite.row.RowRewriter} reads the rows of a group as readers
 * see them, in the newest schema, sorts them where it is told to, with what does not fit into its
 * share of memory in sorted runs on local disk, and writes them by the newest partition spec.
 */
@NullMarked
package io.tidewater.compaction.rewrite.row;

import org.jspecify.annotations.NullMarked;
