/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.json;

import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers from their digits. JSON's numbers are decimal and without bounds; none is ever rounded
 * without being refused.
 */
public final class JsonNumbers {
  private static final int LONG_DIGITS = 19;
  private static final int WIDEST_DECIMAL = 38;

  /** No number of so many characters without an exponent is anything but what its double prints. */
  private static final int SHORT_TEXT = 15;

  private JsonNumbers() {}

  /**
   * The double that a number says. Each double stands for the decimals that it prints as, to as
   * many digits as one likes: {@code 0.1}, {@code 0.10000000000000001} and the whole {@code
   * 0.1000000000000000055511151231257827…} are the same double, and all are taken. A number whose
   * digits the double does not print any more is refused: {@code 9007199254740993}.
   *
   * @throws ValueMismatchException if a double would round the number, or cannot reach it
   */
  public static double exactDouble(String digits) {
    if (isDouble(digits)) {
      return Double.parseDouble(digits);
    }
    throw new ValueMismatchException(
        "a number with the precision of a double", "the number " + clipped(digits));
  }

  /** Whether a double prints a number's digits. */
  static boolean isDouble(String digits) {
    if (isShort(digits)) {
      return true;
    }
    double value = Double.parseDouble(digits);
    return Double.isFinite(value) && prints(value, decimal(digits));
  }

  /** As {@link #exactDouble}, with the precision of a float. */
  public static float exactFloat(String digits) {
    float value = Float.parseFloat(digits);
    if (Float.isFinite(value)) {
      BigDecimal number = decimal(digits);
      if (prints(value, number) || new BigDecimal(Float.toString(value)).compareTo(number) == 0) {
        return value;
      }
    }
    throw new ValueMismatchException(
        "a number with the precision of a float", "the number " + clipped(digits));
  }

  /**
   * The decimal that a number says, with its scale.
   *
   * @throws ValueMismatchException if its exponent is beyond 32 bits
   */
  public static BigDecimal decimal(String digits) {
    try {
      return new BigDecimal(digits);
    } catch (NumberFormatException e) {
      throw new ValueMismatchException(
          "a number with an exponent of 32 bits", "the number " + clipped(digits));
    }
  }

  /**
   * The whole number that a number says: {@code 1}, {@code 1.0} and {@code 1e0} are the same.
   *
   * @return of scale 0, with at most 38 digits
   * @throws ValueMismatchException if it has a fraction, or more digits
   */
  public static BigDecimal whole(String digits) {
    BigDecimal number = decimal(digits);
    if (number.signum() == 0) {
      return BigDecimal.ZERO;
    }
    // Asked before the scale is set: a hostile exponent would make that a number of gigabytes.
    long wholeDigits = (long) number.precision() - number.scale();
    if (wholeDigits < 1 || wholeDigits > WIDEST_DECIMAL) {
      throw notWhole(digits);
    }
    try {
      return number.setScale(0, RoundingMode.UNNECESSARY);
    } catch (ArithmeticException e) {
      throw notWhole(digits);
    }
  }

  /** The whole number of 64 bits that a number says. */
  public static long wholeLong(String digits) {
    if (digits.length() < LONG_DIGITS && isPlain(digits)) {
      return Long.parseLong(digits);
    }
    try {
      return whole(digits).longValueExact();
    } catch (ArithmeticException e) {
      throw notWhole(digits);
    }
  }

  /**
   * Hands a number of no declared type on as the first of these that holds it: a long, a decimal of
   * up to 38 digits, a double; else as the decimal that it is, however long.
   */
  static void emit(String digits, ValueVisitor receiver) {
    if (digits.length() < LONG_DIGITS && isPlain(digits)) {
      receiver.longValue(Long.parseLong(digits));
      return;
    }
    BigDecimal number = decimal(digits);
    if (isPlain(digits) && number.precision() <= LONG_DIGITS && isLong(number)) {
      receiver.longValue(number.longValueExact());
    } else if (isDecimal(number)) {
      receiver.decimalValue(number);
    } else {
      double value = Double.parseDouble(digits);
      if (Double.isFinite(value) && prints(value, number)) {
        receiver.doubleValue(value);
      } else {
        receiver.decimalValue(number);
      }
    }
  }

  private static boolean isLong(BigDecimal whole) {
    return whole.unscaledValue().bitLength() < Long.SIZE;
  }

  private static boolean isDecimal(BigDecimal number) {
    long digits = (long) number.precision() - Math.min(number.scale(), 0);
    return digits <= WIDEST_DECIMAL && number.scale() <= WIDEST_DECIMAL;
  }

  private static boolean isPlain(String digits) {
    for (int i = digits.charAt(0) == '-' ? 1 : 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isShort(String digits) {
    return digits.length() <= SHORT_TEXT && digits.indexOf('e') < 0 && digits.indexOf('E') < 0;
  }

  /** Whether a number is what a double is, rounded to as many digits as the number has. */
  private static boolean prints(double value, BigDecimal number) {
    if (number.signum() == 0 || value == 0) {
      return number.signum() == 0 && value == 0;
    }
    BigDecimal exact = new BigDecimal(value);
    return exact
                .round(new MathContext(number.precision(), RoundingMode.HALF_EVEN))
                .compareTo(number)
            == 0
        || new BigDecimal(Double.toString(value)).compareTo(number) == 0;
  }

  private static ValueMismatchException notWhole(String digits) {
    return new ValueMismatchException("a whole number that fits", "the number " + clipped(digits));
  }

  private static String clipped(String digits) {
    return digits.length() > 80 ? digits.substring(0, 80) + "…" : digits;
  }
}
