/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The columns of a table that say where a row came from: its Kafka partition, offset, time, key,
 * headers. Plain lower-case top-level columns behind those of the value, each of which can be
 * switched off.
 *
 * <p>{@link io.tidewater.format.column.MetadataColumns} is a choice of them: it joins them to the
 * incoming type of the values, before the table is made or evolved. {@link
 * io.tidewater.format.column.MetadataWriter} sets them in a row that a {@link
 * io.tidewater.format.row.RowConverter} made.
 */
@NullMarked
package io.tidewater.format.column;

import org.jspecify.annotations.NullMarked;
