/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import io.tidewater.format.json.JsonCursor;
import io.tidewater.format.json.JsonEvents;
import io.tidewater.format.json.ShapelessValue;
import io.tidewater.format.value.ValueVisitor;

/** Reads a value as it is into a column of values of any shape. */
record ShapelessTokens(ShapelessValue value, ValueVisitor receiver) implements TokenReader {
  @Override
  public void read(JsonCursor cursor) {
    value.begin();
    JsonEvents.emit(cursor, value.visitor());
    value.finish(receiver);
  }

  /**
   * Reads a scalar, of whatever kind it is, into a column of scalars.
   *
   * @param column takes what fits
   */
  record IntoScalar(ValueVisitor column) implements TokenReader {
    @Override
    public void read(JsonCursor cursor) {
      if (!cursor.token().isScalarValue()) {
        throw cursor.mismatch("a value without children");
      }
      JsonEvents.emit(cursor, column);
    }
  }
}
