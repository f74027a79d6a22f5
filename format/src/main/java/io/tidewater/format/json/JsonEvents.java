/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.json;

import com.fasterxml.jackson.core.JsonToken;
import io.tidewater.format.value.ValueVisitor;

/** Hands JSON on as it is, whatever its shape: objects as structs, arrays as lists. */
public final class JsonEvents {
  private JsonEvents() {}

  /**
   * Hands the value at a cursor on, and moves the cursor to its last token. Positions of fields
   * mean nothing here.
   */
  public static void emit(JsonCursor cursor, ValueVisitor receiver) {
    switch (cursor.token()) {
      case START_OBJECT -> {
        receiver.startStruct();
        int position = 0;
        while (cursor.next() != JsonToken.END_OBJECT) {
          receiver.field(position++, cursor.name());
          cursor.next();
          emit(cursor, receiver);
        }
        receiver.endStruct();
      }
      case START_ARRAY -> {
        receiver.startList(0);
        while (cursor.next() != JsonToken.END_ARRAY) {
          emit(cursor, receiver);
        }
        receiver.endList();
      }
      case VALUE_STRING -> receiver.stringValue(cursor.text());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonNumbers.emit(cursor.text(), receiver);
      case VALUE_TRUE -> receiver.booleanValue(true);
      case VALUE_FALSE -> receiver.booleanValue(false);
      case VALUE_NULL -> receiver.nullValue();
      default -> throw cursor.mismatch("a JSON value");
    }
  }
}
