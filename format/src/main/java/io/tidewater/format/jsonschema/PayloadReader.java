/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import com.fasterxml.jackson.core.JsonToken;
import io.tidewater.format.json.JsonCursor;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.value.ValueMismatchException;
import java.nio.ByteBuffer;

/**
 * Reads a payload, all of it.
 *
 * @param nothing reads null where a record stands
 */
record PayloadReader(TokenReader record, TokenReader nothing) implements ValueReader {
  @Override
  public void read(Object value) {
    if (!(value instanceof ByteBuffer payload)) {
      throw ValueMismatchException.ofClass("bytes", value);
    }
    JsonCursor cursor = JsonCursor.of(payload);
    (cursor.token() == JsonToken.VALUE_NULL ? nothing : record).read(cursor);
    cursor.end();
  }
}
