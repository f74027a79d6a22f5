/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.ValueVisitor;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;

/** Takes booleans, and the texts {@code true} and {@code false}. */
final class BooleanColumn extends ScalarColumn {
  BooleanColumn(ValueVisitor next) {
    super("a boolean", next);
  }

  @Override
  Fit fit(Type from) {
    return from.typeId() == TypeID.STRING ? Fit.BY_VALUE : Fit.NEVER;
  }

  @Override
  public void booleanValue(boolean value) {
    next.booleanValue(value);
  }

  @Override
  public void stringValue(String value) {
    switch (value) {
      case "true" -> next.booleanValue(true);
      case "false" -> next.booleanValue(false);
      default -> throw refuse("the text", value);
    }
  }
}
