/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.row;

import org.apache.iceberg.data.Record;

/**
 * A row and what it is ordered by.
 *
 * @param key what the {@link RowOrder} that made it compares
 */
record SortableRow(Object key, Record row) {}
