/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import io.tidewater.format.json.JsonCursor;

/** A node of a compiled plan: reads the value at a cursor and tells the visitor it was made for. */
interface TokenReader {
  /**
   * Hands the value at a cursor on, and leaves the cursor at its last token.
   *
   * @param cursor at the first token of a value that is not null: that is up to whoever holds it
   * @throws io.tidewater.format.value.ValueMismatchException if it does not fit
   */
  void read(JsonCursor cursor);
}
