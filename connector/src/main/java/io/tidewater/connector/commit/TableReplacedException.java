/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.commit;

/** The name stands for another table than the one that was loaded. */
final class TableReplacedException extends RuntimeException {
  TableReplacedException(String table, Throwable cause) {
    super("table " + table + " was dropped and created anew: " + cause.getMessage(), cause);
  }
}
