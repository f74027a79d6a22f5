/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value that may be null.
 *
 * @param required whether the table has no place for null
 */
record NullableReader(ValueReader reader, boolean required, ValueVisitor receiver) {
  void read(@Nullable Object value) {
    if (value != null) {
      reader.read(value);
    } else if (required) {
      throw new ValueMismatchException("a value, since the column is required", "null");
    } else {
      receiver.nullValue();
    }
  }
}
