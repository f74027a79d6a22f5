/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Moves tables back or forth in their topics, as an operator asks through Connect's offsets
 * endpoint while the connector is stopped. {@link io.tidewater.connector.rewind.TableRewind} moves
 * one table: forth, by a commit of the ledger alone; back, together with the removal of the rows
 * that will come again ({@link io.tidewater.connector.rewind.RowRemoval}), so that even then each
 * offset is in the table once. The snapshot before stays for time travel and rollback.
 */
@NullMarked
package io.tidewater.connector.rewind;

import org.jspecify.annotations.NullMarked;
