/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.plan;

import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value that may be null.
 *
 * @param required whether the table has no place for null
 */
public record NullableReader(ValueReader reader, boolean required, ValueVisitor receiver) {
  /** A reader for a field, element, key or map value of a table. */
  public static NullableReader of(NestedField column, ValueReader reader, ValueVisitor receiver) {
    return new NullableReader(reader, column.isRequired(), receiver);
  }

  /**
   * Hands a value on as events.
   *
   * @throws ValueMismatchException if it does not fit
   */
  public void read(@Nullable Object value) {
    if (value != null) {
      reader.read(value);
    } else if (required) {
      throw new ValueMismatchException("a value, since the column is required", "null");
    } else {
      receiver.nullValue();
    }
  }
}
