/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

/** What to do when the source lost records that the table still waits for. */
public enum Loss {
  /** Stop the table with an error that says what to do. */
  FAIL,
  /** Go on with what the source still has; the gap stays visible in the offset columns. */
  CONTINUE
}
