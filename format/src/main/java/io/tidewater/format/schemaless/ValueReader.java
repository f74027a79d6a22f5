/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

/** A node of a compiled plan: reads a value without a schema for one type of the table. */
interface ValueReader {
  /**
   * Hands a value on as events.
   *
   * @param value not null: that is up to whoever holds the value
   * @throws io.tidewater.format.value.ValueMismatchException if it does not fit
   */
  void read(Object value);
}
