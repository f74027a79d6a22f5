/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.table;

import org.apache.iceberg.catalog.TableIdentifier;

/** A table does not exist, and the configuration does not let it be created. */
public final class MissingTableException extends RuntimeException {
  public MissingTableException(TableIdentifier table) {
    super(
        "table "
            + table
            + " does not exist; create it, or set"
            + " iceberg.tables.auto-create-enabled=true");
  }
}
