/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.tidewater.format.json.JsonCursor;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;

/**
 * Reads an object into a map.
 *
 * @param key takes the members' names
 */
record MapTokens(ValueVisitor key, TokenReader entryValue, ValueVisitor receiver)
    implements TokenReader {
  @Override
  public void read(JsonCursor cursor) {
    if (cursor.token() != JsonToken.START_OBJECT) {
      throw cursor.mismatch("an object");
    }
    receiver.startMap(0);
    while (cursor.next() != JsonToken.END_OBJECT) {
      String name = cursor.name();
      cursor.next();
      try {
        key.stringValue(name);
        entryValue.read(cursor);
      } catch (ValueMismatchException e) {
        throw e.inEntry(name);
      }
    }
    receiver.endMap();
  }

  /** Reads an array of objects with a key and a value, in whatever order they are, into a map. */
  record OfPairs(TokenReader key, TokenReader entryValue, ValueVisitor receiver)
      implements TokenReader {
    @Override
    public void read(JsonCursor cursor) {
      if (cursor.token() != JsonToken.START_ARRAY) {
        throw cursor.mismatch("an array of keys and values");
      }
      receiver.startMap(0);
      int index = 0;
      while (cursor.next() != JsonToken.END_ARRAY) {
        try {
          entry(cursor);
        } catch (ValueMismatchException e) {
          throw e.inElement(index);
        }
        index++;
      }
      receiver.endMap();
    }

    private void entry(JsonCursor cursor) {
      JsonNode entry = cursor.tree();
      if (!entry.hasNonNull("key") || !entry.has("value") || entry.size() != 2) {
        throw new ValueMismatchException("an object of key and value", "another value");
      }
      key.read(JsonCursor.of(entry.get("key")));
      entryValue.read(JsonCursor.of(entry.get("value")));
    }
  }
}
