/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.table;

/** The catalog cannot be reached or the table cannot be read; the message says what to do. */
public final class TableUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TableUnavailableException(String message) {
    super(message);
  }

  TableUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
