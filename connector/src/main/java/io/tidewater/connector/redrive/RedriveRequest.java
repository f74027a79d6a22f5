/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.redrive;

import org.apache.iceberg.catalog.TableIdentifier;

/**
 * What is to be done.
 *
 * @param table the table that the records are for
 * @param limit at most so many dead letters are looked at
 */
public record RedriveRequest(TableIdentifier table, Selection selection, long limit, Mode mode) {
  /** A request for a table by its name, with its namespace. */
  public static RedriveRequest of(String table, Selection selection, long limit, Mode mode) {
    return new RedriveRequest(TableIdentifier.parse(table), selection, limit, mode);
  }

  /** Whether it is done, or only tried. */
  public enum Mode {
    APPLY,
    /** Changes nothing, not even the table's schema. */
    DRY_RUN
  }
}
