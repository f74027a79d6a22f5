/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import com.fasterxml.jackson.core.JsonToken;
import io.tidewater.format.json.JsonCursor;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;

/** Reads an array into a list. */
record ListTokens(TokenReader element, ValueVisitor receiver) implements TokenReader {
  @Override
  public void read(JsonCursor cursor) {
    if (cursor.token() != JsonToken.START_ARRAY) {
      throw cursor.mismatch("an array");
    }
    receiver.startList(0);
    int index = 0;
    while (cursor.next() != JsonToken.END_ARRAY) {
      try {
        element.read(cursor);
      } catch (ValueMismatchException e) {
        throw e.inElement(index);
      }
      index++;
    }
    receiver.endList();
  }
}
