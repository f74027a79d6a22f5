/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/** Defaults of fields, as far as tables have them. */
final class Defaults {
  private static final int FIRST_VERSION = 3;

  private Defaults() {}

  /**
   * The default of a column for a field; null if the field has none, or the table has no place for
   * it.
   */
  static @Nullable Literal<?> of(NestedField field, Type column, int formatVersion) {
    Literal<?> declared =
        field.writeDefaultLiteral() != null
            ? field.writeDefaultLiteral()
            : field.initialDefaultLiteral();
    if (declared == null || formatVersion < FIRST_VERSION || !column.isPrimitiveType()) {
      return null;
    }
    if (field.type().equals(column)) {
      return declared;
    }
    boolean wider = TypeUtil.isPromotionAllowed(field.type(), column.asPrimitiveType());
    return wider ? declared.to(column) : null;
  }
}
