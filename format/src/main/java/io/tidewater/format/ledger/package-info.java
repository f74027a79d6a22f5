/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The offset ledger: which Kafka offsets a table holds, told by the table itself.
 *
 * <p>A {@link io.tidewater.format.ledger.Ledger} says for each source partition the first offset
 * that is not in the table yet.
 */
@NullMarked
package io.tidewater.format.ledger;

import org.jspecify.annotations.NullMarked;
