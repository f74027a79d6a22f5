/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.ValueVisitor;
import org.apache.iceberg.types.Type;

/** Takes what a float holds exactly, and the text of a float. */
final class FloatColumn extends ScalarColumn {
  private static final float TWO_TO_63 = 0x1p63f;

  FloatColumn(ValueVisitor next) {
    super("a float", next);
  }

  @Override
  Fit fit(Type from) {
    return switch (from.typeId()) {
      case FLOAT -> Fit.ALWAYS;
      case INTEGER, LONG, DOUBLE, STRING -> Fit.BY_VALUE;
      default -> Fit.NEVER;
    };
  }

  @Override
  public void intValue(int value) {
    longValue(value);
  }

  @Override
  public void longValue(long value) {
    float converted = value;
    // The cast back would turn 2^63 into the largest long.
    if ((long) converted != value || converted == TWO_TO_63) {
      throw refuse("the whole number", value);
    }
    next.floatValue(converted);
  }

  @Override
  public void floatValue(float value) {
    next.floatValue(value);
  }

  @Override
  public void doubleValue(double value) {
    float converted = (float) value;
    if (Double.compare(value, converted) != 0) {
      throw refuse("the double", value);
    }
    next.floatValue(converted);
  }

  @Override
  public void stringValue(String value) {
    float parsed = (float) FloatText.parse(value, text -> Float.parseFloat(text));
    if (!FloatText.isText(value, Float.toString(parsed))) {
      throw refuse("the text", value);
    }
    next.floatValue(parsed);
  }
}
