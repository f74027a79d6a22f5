/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import java.math.BigDecimal;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.DecimalType;

/** Decimals that are whole numbers. */
final class WholeNumbers {
  /** How many decimal digits every int holds. */
  static final int INT_DIGITS = 9;

  /** How many decimal digits every long holds. */
  static final int LONG_DIGITS = 18;

  private WholeNumbers() {}

  /** Decimals without a fraction fit into an integer that has as many digits. */
  static Fit fit(Type from, int digits) {
    DecimalType decimal = (DecimalType) from;
    if (decimal.scale() > 0) {
      return Fit.NEVER;
    }
    return decimal.precision() <= digits ? Fit.ALWAYS : Fit.BY_VALUE;
  }

  /** The value, unless its exponent alone tells that it is far beyond every integer. */
  static BigDecimal exact(BigDecimal value) {
    if ((long) value.precision() - value.scale() > LONG_DIGITS + 1) {
      throw new ArithmeticException("beyond a long");
    }
    return value;
  }
}
