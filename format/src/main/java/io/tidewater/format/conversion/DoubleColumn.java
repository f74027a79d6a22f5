/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.ValueVisitor;
import org.apache.iceberg.types.Type;

/** Takes what a double holds exactly, and the text of a double. */
final class DoubleColumn extends ScalarColumn {
  private static final double TWO_TO_63 = 0x1p63;

  DoubleColumn(ValueVisitor next) {
    super("a double", next);
  }

  @Override
  Fit fit(Type from) {
    return switch (from.typeId()) {
      case INTEGER, FLOAT, DOUBLE -> Fit.ALWAYS;
      case LONG, STRING -> Fit.BY_VALUE;
      default -> Fit.NEVER;
    };
  }

  @Override
  public void intValue(int value) {
    next.doubleValue(value);
  }

  @Override
  public void longValue(long value) {
    double converted = value;
    // The cast back would turn 2^63 into the largest long.
    if ((long) converted != value || converted == TWO_TO_63) {
      throw refuse("the whole number", value);
    }
    next.doubleValue(converted);
  }

  @Override
  public void floatValue(float value) {
    next.doubleValue(value);
  }

  @Override
  public void doubleValue(double value) {
    next.doubleValue(value);
  }

  @Override
  public void stringValue(String value) {
    double parsed = FloatText.parse(value, text -> Double.parseDouble(text));
    if (!FloatText.isText(value, Double.toString(parsed))) {
      throw refuse("the text", value);
    }
    next.doubleValue(parsed);
  }
}
