/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.ValueVisitor;
import java.math.BigDecimal;
import org.apache.iceberg.types.Type;

/** Takes whole numbers in the range of an int, and the text of one. */
final class IntColumn extends ScalarColumn {
  IntColumn(ValueVisitor next) {
    super("an int", next);
  }

  @Override
  Fit fit(Type from) {
    return switch (from.typeId()) {
      case INTEGER -> Fit.ALWAYS;
      case LONG, STRING -> Fit.BY_VALUE;
      case DECIMAL -> WholeNumbers.fit(from, WholeNumbers.INT_DIGITS);
      default -> Fit.NEVER;
    };
  }

  @Override
  public void intValue(int value) {
    next.intValue(value);
  }

  @Override
  public void longValue(long value) {
    if (value != (int) value) {
      throw refuse("the long", value);
    }
    next.intValue((int) value);
  }

  @Override
  public void decimalValue(BigDecimal value) {
    try {
      next.intValue(WholeNumbers.exact(value).intValueExact());
    } catch (ArithmeticException e) {
      throw refuse("the decimal", value);
    }
  }

  @Override
  public void stringValue(String value) {
    try {
      next.intValue(Integer.parseInt(value));
    } catch (NumberFormatException e) {
      throw refuse("the text", value);
    }
  }
}
