/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Puts dead letters back into their table after the fix.
 *
 * <ol>
 *   <li>{@link io.tidewater.connector.redrive.Redrive} reads the dead letters in batches.
 *   <li>A {@code StoredLetter} becomes the record that the sink had seen, as far as it was kept.
 *   <li>A {@code BatchRedrive} appends those that have become good, and that the table does not
 *       have, on the very head on which it looked: whoever races with it comes first or looks
 *       again. The table's ledger is carried along as it is.
 *   <li>A {@code LetterRemoval} then takes the dead letters out. A crash before leaves letters
 *       whose records are rows; the next run finds them there, and takes them out.
 * </ol>
 */
@NullMarked
package io.tidewater.connector.redrive;

import org.jspecify.annotations.NullMarked;
