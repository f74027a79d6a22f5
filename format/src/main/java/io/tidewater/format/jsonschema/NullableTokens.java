/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import com.fasterxml.jackson.core.JsonToken;
import io.tidewater.format.json.JsonCursor;
import io.tidewater.format.value.ValueVisitor;

/**
 * Reads a value that may be null.
 *
 * @param required whether the table has no place for null
 */
record NullableTokens(TokenReader reader, boolean required, ValueVisitor receiver)
    implements TokenReader {
  @Override
  public void read(JsonCursor cursor) {
    if (cursor.token() != JsonToken.VALUE_NULL) {
      reader.read(cursor);
    } else if (required) {
      throw cursor.mismatch("a value, since the column is required,");
    } else {
      receiver.nullValue();
    }
  }
}
