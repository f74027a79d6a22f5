/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Text of binary floating point numbers: only such as comes back, as a number, when printed. */
final class FloatText {
  private static final Set<String> NO_DECIMALS = Set.of("NaN", "Infinity", "-Infinity");
  private static final int LONGEST = 400;

  private FloatText() {}

  /** The number that a text stands for; NaN where it stands for none. */
  static double parse(String text, ToDoubleFunction<String> parser) {
    try {
      return text.length() > LONGEST ? Double.NaN : parser.applyAsDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Whether a text says the same number as the printed one. */
  static boolean isText(String text, String printed) {
    if (NO_DECIMALS.contains(printed)) {
      return text.equals(printed);
    }
    try {
      return new BigDecimal(text).compareTo(new BigDecimal(printed)) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
