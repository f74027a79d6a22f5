/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.row;

import io.tidewater.format.value.ValueMismatchException;
import org.apache.iceberg.data.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Converts the values of records of one writer schema into rows of one table schema.
 *
 * <p>Everything about the two schemas was resolved when it was compiled; keep one per pair of them,
 * found by identity, and compile a new one when either changes. It may be called again after it
 * threw. Not for use by several threads at once.
 */
public interface RowConverter {
  /**
   * A new row of the table with the record's value in it. Columns that the record does not have
   * (the metadata columns are among them) hold their write default, else null.
   *
   * @param value the record's value; null gives a row without values
   * @throws ValueMismatchException if a value does not fit its column; nothing is kept of the row
   */
  GenericRecord convert(@Nullable Object value);
}
