/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.plan;

/** A node of a compiled plan: reads a Java value and tells the visitor it was made for. */
public interface ValueReader {
  /**
   * Hands a value on as events.
   *
   * @param value not null: that is up to whoever holds the value
   * @throws io.tidewater.format.value.ValueMismatchException if it does not fit
   */
  void read(Object value);
}
