/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Brings the values of a column that changed its type incompatibly into one column again.
 *
 * <p>The sink keeps such a column as a {@link io.tidewater.compaction.schema.merge.ColumnFamily}:
 * {@code amount} and, in a type of its own, {@code amount__v2} beside it, or {@code amount__v1}.
 * Each record's value is in one of them. A {@link io.tidewater.compaction.schema.merge.MergeTask}
 * fills the newest where it is null from the older ones, by the conversions that the sink has, in
 * one snapshot; then the newest takes the wanted name, and the older one the name that this leaves.
 *
 * <p>Beside a sink that never stops this is safe because nothing of it moves a value that a writer
 * is about to write: fields find columns by name, and the names change only so that each type still
 * finds a column that takes it ({@link io.tidewater.compaction.schema.merge.NameSwap} proves it on
 * the very schema that it commits); files name columns by id, and ids never change. Rows that land
 * in an older column later are filled by the next run.
 */
@NullMarked
package io.tidewater.compaction.schema.merge;

import org.jspecify.annotations.NullMarked;
