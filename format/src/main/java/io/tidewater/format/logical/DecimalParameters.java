/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.logical;

import java.util.Map;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.DecimalType;
import org.apache.iceberg.types.Types.StringType;

/**
 * What a schema of Connect's says of its decimals.
 *
 * @param precision the digits of the longest; 0 if it does not say
 * @param scale digits after the point; a negative one means zeros before it
 */
public record DecimalParameters(int precision, int scale) {
  public static final String SCALE = "scale";
  public static final String PRECISION = "connect.decimal.precision";

  private static final int WIDEST = 38;

  /** Reads the parameters of a schema; one that is no number counts as absent. */
  public static DecimalParameters of(Map<String, String> parameters) {
    return new DecimalParameters(number(parameters, PRECISION), number(parameters, SCALE));
  }

  /** The type of the decimals' column: text where Iceberg has no decimal that holds them. */
  public Type column() {
    boolean known = precision > 0;
    int digits = known ? Math.max(precision - Math.min(scale, 0), scale) : WIDEST;
    if (digits > WIDEST || scale > WIDEST) {
      return StringType.get();
    }
    return DecimalType.of(digits, Math.max(scale, 0));
  }

  private static int number(Map<String, String> parameters, String name) {
    try {
      String text = parameters.get(name);
      return text == null ? 0 : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
