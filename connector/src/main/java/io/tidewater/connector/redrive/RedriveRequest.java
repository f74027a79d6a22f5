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
  /** Whether it is done, or only tried. */
  public enum Mode {
    APPLY,
    /** Changes nothing, not even the table's schema. */
    DRY_RUN
  }
}
