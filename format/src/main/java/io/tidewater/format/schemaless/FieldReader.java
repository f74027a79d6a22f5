/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import io.tidewater.format.plan.NullableReader;
import org.apache.iceberg.types.Types.NestedField;

/**
 * Reads one field of a struct.
 *
 * @param name the column's own name
 * @param needed whether a record cannot do without it
 */
record FieldReader(String name, boolean needed, NullableReader value) {
  FieldReader(NestedField column, NullableReader value) {
    this(column.name(), column.isRequired() && column.writeDefault() == null, value);
  }
}
