/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import io.tidewater.format.json.JsonCursor;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;

/** Reads a value that is no record into the one column that holds it. */
record ValueTokens(String name, int position, TokenReader value, ValueVisitor receiver)
    implements TokenReader {
  @Override
  public void read(JsonCursor cursor) {
    receiver.startStruct();
    receiver.field(position, name);
    try {
      value.read(cursor);
    } catch (ValueMismatchException e) {
      throw e.inField(name);
    }
    receiver.endStruct();
  }

  /** Reads any value into a record of which every column has its default. */
  record Nowhere(ValueVisitor receiver) implements TokenReader {
    @Override
    public void read(JsonCursor cursor) {
      cursor.skip();
      receiver.startStruct();
      receiver.endStruct();
    }
  }
}
