/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The offset ledger: which Kafka offsets a table holds, told by the table itself. The module's
 * README is its specification.
 *
 * <p>A {@link io.tidewater.format.ledger.Ledger} says for each source partition the first offset
 * that is not in the table yet. {@link io.tidewater.format.ledger.LedgerReading} finds it on a
 * branch head, {@link io.tidewater.format.ledger.Start} decides from it where to read, {@link
 * io.tidewater.format.ledger.Claim} whether what was read may be committed: three pure functions.
 *
 * <p>{@link io.tidewater.format.ledger.TableLedger} binds them to Iceberg tables: it reads a
 * table's history and commits rows and ledger as one swap of the head. {@link
 * io.tidewater.format.ledger.LedgerSummary} names the places where the ledger stands, for whoever
 * carries it forward.
 */
@NullMarked
package io.tidewater.format.ledger;

import org.jspecify.annotations.NullMarked;
