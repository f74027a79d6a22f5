/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import io.tidewater.format.json.JsonCursor;
import io.tidewater.format.value.ValueVisitor;

/** Reads a value without children. */
interface ScalarReader {
  /**
   * Hands the token at a cursor on as exactly one scalar event.
   *
   * @throws io.tidewater.format.value.ValueMismatchException if it is not what the schema says
   */
  void read(JsonCursor cursor, ValueVisitor column);
}
