/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * A table out of which rows are erased.
 *
 * @param table a handle that nobody else refreshes
 * @param match the rows
 */
record ErasedTable(TableIdentifier name, Table table, Match match) {}
