/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.value.ValueVisitor;

/** Reads the Java value of a Connect schema without children. */
interface ScalarReader {
  /**
   * Hands a value on as exactly one scalar event.
   *
   * @throws io.tidewater.format.value.ValueMismatchException if it is not of the schema's class
   */
  void read(Object value, ValueVisitor receiver);
}
