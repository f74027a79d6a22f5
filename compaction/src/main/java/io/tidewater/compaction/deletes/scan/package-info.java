/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Reading nothing but keys: a {@link io.tidewater.compaction.deletes.scan.KeyReader} opens a data
 * file or an equality delete, and a {@link io.tidewater.compaction.deletes.scan.KeyCursor} walks
 * over the keys of its rows, straight from the columns of Parquet files, or by way of rows where
 * columns are nested, missing, encrypted, or of another format.
 */
@NullMarked
package io.tidewater.compaction.deletes.scan;

import org.jspecify.annotations.NullMarked;
