/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Single rows of data files: reading them ({@link io.tidewater.compaction.rows.RowReader}), and
 * taking them away, first from readers ({@link io.tidewater.compaction.rows.HideRows}).
 */
@NullMarked
package io.tidewater.compaction.rows;

import org.jspecify.annotations.NullMarked;
