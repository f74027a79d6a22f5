/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.ValueVisitor;
import org.apache.iceberg.types.Type;

/** A column of a type that no scalar value goes into: a nested one, or one not written yet. */
final class UnwritableColumn extends ScalarColumn {
  UnwritableColumn(Type type, ValueVisitor next) {
    super(
        type.isNestedType()
            ? "a " + type.typeId().name().toLowerCase(java.util.Locale.ROOT)
            : "null in a column of type " + type,
        next);
  }

  @Override
  Fit fit(Type from) {
    return Fit.NEVER;
  }
}
