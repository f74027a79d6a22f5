/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/** Reads a value that may be null, for a field, element, key or map value. */
final class NullableReader {
  private final ValueReader reader;
  private final NestedField field;
  private final boolean required;
  private final boolean needed;
  private final ValueVisitor receiver;

  NullableReader(ValueReader reader, NestedField field, ValueVisitor receiver) {
    this.reader = reader;
    this.field = field;
    this.required = field.isRequired();
    this.needed = required && field.writeDefault() == null;
    this.receiver = receiver;
  }

  String name() {
    return field.name();
  }

  /** Whether a record cannot do without this field. */
  boolean isNeeded() {
    return needed;
  }

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
