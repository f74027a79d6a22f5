/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Writing Parquet files anew without putting rows together.
 *
 * <p>The {@link io.tidewater.compaction.parquet.ColumnarRewriter} looks at the footers of a group's
 * files and decides for each of their row groups. One that is large and has lost no row is copied:
 * its bytes move, nothing is decoded. Small ones, and those that lost rows, are packed together
 * column by column. Where even a column has to change (a promoted type, a row id that was only
 * implied), just that column is written anew, beside the copied ones.
 *
 * <p>What cannot be done this way is told beforehand, with the reason, so that the rows can be
 * rewritten one by one instead.
 */
@NullMarked
package io.tidewater.compaction.parquet;

import org.jspecify.annotations.NullMarked;
