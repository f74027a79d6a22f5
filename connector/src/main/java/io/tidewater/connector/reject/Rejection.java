/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.reject;

import io.tidewater.format.ledger.SourcePartition;

/**
 * A record that cannot become a row.
 *
 * @param table the table, or "no table" for a record that nothing routes
 * @param reason what does not fit, and where
 */
public record Rejection(String table, SourcePartition source, long offset, String reason) {
  @Override
  public String toString() {
    return "record at offset "
        + offset
        + " of "
        + source
        + " was rejected for "
        + table
        + ": "
        + reason;
  }
}
