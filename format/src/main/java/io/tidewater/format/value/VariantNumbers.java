/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.iceberg.variants.VariantValue;
import org.apache.iceberg.variants.Variants;

/** Numbers as variant has them. */
final class VariantNumbers {
  private static final int WIDEST = 38;

  private VariantNumbers() {}

  /** A whole number in the smallest width that holds it; all widths are one logical type. */
  static VariantValue whole(long value) {
    if (value == (byte) value) {
      return Variants.of((byte) value);
    }
    if (value == (short) value) {
      return Variants.of((short) value);
    }
    return value == (int) value ? Variants.of((int) value) : Variants.of(value);
  }

  /** A decimal with its scale, which is raised to 0 where it stands for zeros before the point. */
  static VariantValue decimal(BigDecimal value) {
    // Asked before the scale is set: a hostile exponent would make that a number of gigabytes.
    long digits = (long) value.precision() - Math.min(value.scale(), 0);
    if (value.signum() != 0 && digits <= WIDEST && value.scale() <= WIDEST) {
      return Variants.of(value.setScale(Math.max(value.scale(), 0), RoundingMode.UNNECESSARY));
    }
    if (value.signum() == 0) {
      return Variants.of(BigDecimal.valueOf(0, Math.max(0, Math.min(value.scale(), WIDEST))));
    }
    throw ValueMismatchException.of("a decimal of up to 38 digits", "the decimal", value);
  }
}
