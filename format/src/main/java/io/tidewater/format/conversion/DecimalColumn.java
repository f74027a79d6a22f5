/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.ValueVisitor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.DecimalType;

/** Takes numbers whose digits all fit into the column's precision and scale, and their text. */
final class DecimalColumn extends ScalarColumn {
  private static final int INT_DIGITS = 10;
  private static final int LONG_DIGITS = 19;
  private static final int LONGEST_TEXT = 100;

  private final int precision;
  private final int scale;

  DecimalColumn(DecimalType type, ValueVisitor next) {
    super("a " + type, next);
    this.precision = type.precision();
    this.scale = type.scale();
  }

  @Override
  Fit fit(Type from) {
    return switch (from.typeId()) {
      case INTEGER -> wholeDigits() >= INT_DIGITS ? Fit.ALWAYS : Fit.BY_VALUE;
      case LONG -> wholeDigits() >= LONG_DIGITS ? Fit.ALWAYS : Fit.BY_VALUE;
      case STRING -> Fit.BY_VALUE;
      case DECIMAL -> fitDecimal((DecimalType) from);
      default -> Fit.NEVER;
    };
  }

  private Fit fitDecimal(DecimalType from) {
    if (from.scale() > scale) {
      return Fit.NEVER;
    }
    boolean wide = wholeDigits() >= from.precision() - from.scale();
    return wide ? Fit.ALWAYS : Fit.BY_VALUE;
  }

  private int wholeDigits() {
    return precision - scale;
  }

  @Override
  public void intValue(int value) {
    decimalValue(BigDecimal.valueOf(value));
  }

  @Override
  public void longValue(long value) {
    decimalValue(BigDecimal.valueOf(value));
  }

  @Override
  public void decimalValue(BigDecimal value) {
    next.decimalValue(exact(value, "the decimal", value));
  }

  @Override
  public void stringValue(String value) {
    try {
      if (value.length() > LONGEST_TEXT) {
        throw refuse("the text", value);
      }
      next.decimalValue(exact(new BigDecimal(value), "the text", value));
    } catch (NumberFormatException e) {
      throw refuse("the text", value);
    }
  }

  private BigDecimal exact(BigDecimal value, String kind, Object shown) {
    if (value.signum() == 0) {
      return BigDecimal.valueOf(0, scale);
    }
    // Asked before the scale is set: a hostile exponent would make that a number of gigabytes.
    if ((long) value.precision() - value.scale() > wholeDigits()) {
      throw refuse(kind, shown);
    }
    try {
      return value.scale() == scale ? value : value.setScale(scale, RoundingMode.UNNECESSARY);
    } catch (ArithmeticException e) {
      throw refuse(kind, shown);
    }
  }
}
