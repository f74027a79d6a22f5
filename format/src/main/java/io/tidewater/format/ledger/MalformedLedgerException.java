/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

/**
 * A ledger in a snapshot or property that this version cannot read: never ignored, never guessed.
 */
public final class MalformedLedgerException extends RuntimeException {
  MalformedLedgerException(String problem, String text) {
    super(message(problem, text));
  }

  MalformedLedgerException(String problem, String text, Throwable cause) {
    super(message(problem, text), cause);
  }

  private static String message(String problem, String text) {
    return "cannot read the offset ledger ("
        + problem
        + "): "
        + text
        + "; written by a newer version, or edited by hand";
  }
}
