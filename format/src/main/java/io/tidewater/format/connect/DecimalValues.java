/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.logical.DecimalParameters;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueText;
import io.tidewater.format.value.ValueVisitor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.iceberg.types.Types.DecimalType;
import org.apache.iceberg.types.Types.StringType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/** Decimals. */
final class DecimalValues {
  /** Debezium's decimal that brings its scale with every value, as text. */
  static final ScalarMapping VARIABLE_SCALE =
      new ScalarMapping(StringType.get(), DecimalValues::readVariableScale);

  private static final int WIDEST = 38;

  private DecimalValues() {}

  /** Connect's own decimal, with the scale that its schema says. */
  static ScalarMapping fixedScale(Schema schema) {
    Map<String, String> parameters = schema.parameters() == null ? Map.of() : schema.parameters();
    return new ScalarMapping(
        DecimalParameters.of(parameters).column(),
        DecimalType.of(WIDEST, 0),
        DecimalValues::readDecimal);
  }

  private static void readDecimal(Object value, ValueVisitor receiver) {
    if (!(value instanceof BigDecimal decimal)) {
      throw ValueMismatchException.ofClass("a decimal", value);
    }
    receiver.decimalValue(decimal);
  }

  private static void readVariableScale(Object value, ValueVisitor receiver) {
    if (!(value instanceof Struct struct)) {
      throw ValueMismatchException.ofClass("a struct of scale and value", value);
    }
    try {
      Object scale = struct.getWithoutDefault("scale");
      Object digits = struct.getWithoutDefault("value");
      if (!(scale instanceof Integer places) || digits == null) {
        throw new ValueMismatchException("a decimal's scale and value", "null");
      }
      receiver.stringValue(ValueText.decimal(new BigDecimal(unscaled(digits), places)));
    } catch (DataException | NumberFormatException e) {
      throw new ValueMismatchException("a struct of scale and value", "another struct");
    }
  }

  private static BigInteger unscaled(Object digits) {
    if (digits instanceof byte[] bytes) {
      return new BigInteger(bytes);
    }
    if (digits instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      return new BigInteger(bytes);
    }
    throw ValueMismatchException.ofClass("the bytes of a decimal", digits);
  }
}
