/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import org.apache.avro.Schema;
import org.apache.iceberg.types.Types.NestedField;

/** The default of a field. */
final class DefaultValue {
  private DefaultValue() {}

  static NestedField.Builder of(Schema.Field field, Place place, NestedField.Builder column) {
    return column;
  }
}
