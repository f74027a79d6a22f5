/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import io.tidewater.format.plan.NullableReader;
import org.apache.iceberg.types.Types.NestedField;

/** Reads one field of a struct. */
record FieldReader(NestedField column, NullableReader value) {
  /** Whether a record cannot do without it. */
  boolean needed() {
    return column.isRequired() && column.writeDefault() == null;
  }
}
