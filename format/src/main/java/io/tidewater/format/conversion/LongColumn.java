/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.ValueVisitor;
import java.math.BigDecimal;
import org.apache.iceberg.types.Type;

/** Takes whole numbers in the range of a long, and the text of one. */
final class LongColumn extends ScalarColumn {
  LongColumn(ValueVisitor next) {
    super("a long", next);
  }

  @Override
  Fit fit(Type from) {
    return switch (from.typeId()) {
      case INTEGER, LONG -> Fit.ALWAYS;
      case STRING -> Fit.BY_VALUE;
      case DECIMAL -> WholeNumbers.fit(from, WholeNumbers.LONG_DIGITS);
      default -> Fit.NEVER;
    };
  }

  @Override
  public void intValue(int value) {
    next.longValue(value);
  }

  @Override
  public void longValue(long value) {
    next.longValue(value);
  }

  @Override
  public void decimalValue(BigDecimal value) {
    try {
      next.longValue(WholeNumbers.exact(value).longValueExact());
    } catch (ArithmeticException e) {
      throw refuse("the decimal", value);
    }
  }

  @Override
  public void stringValue(String value) {
    try {
      next.longValue(Long.parseLong(value));
    } catch (NumberFormatException e) {
      throw refuse("the text", value);
    }
  }
}
