/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Dead letters in a table beside the table that they were meant for, exactly once like rows.
 *
 * <ol>
 *   <li>{@link io.tidewater.connector.deadletter.DeadLetterTables} reads what such a table holds
 *       when its main table starts, and creates it with the first dead letter.
 *   <li>A {@link io.tidewater.connector.deadletter.DeadLetterLane} tells for each partition whether
 *       a rejected record is there already.
 *   <li>{@link io.tidewater.connector.deadletter.DeadLetters} writes the others, and hands them
 *       over as a unit that is committed before the rows of the records around them.
 * </ol>
 *
 * <p>{@code docs/decisions/0012-dead-letters-land-first.md} says why nothing is lost or doubled.
 */
@NullMarked
package io.tidewater.connector.deadletter;

import org.jspecify.annotations.NullMarked;
