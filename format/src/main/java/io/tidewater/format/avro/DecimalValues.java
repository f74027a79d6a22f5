/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.logical.DecimalParameters;
import io.tidewater.format.value.ValueText;
import io.tidewater.format.value.ValueVisitor;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types.DecimalType;
import org.apache.iceberg.types.Types.StringType;

/** Decimals. */
final class DecimalValues {
  /** Avro's decimal that brings its scale with every value, as text. */
  static final ScalarMapping OWN_SCALE =
      new ScalarMapping(StringType.get(), DecimalValues::readOwnScale);

  /** Debezium's record of a scale and the digits, as text. */
  static final ScalarMapping VARIABLE_SCALE =
      new ScalarMapping(StringType.get(), DecimalValues::readVariableScale);

  /** Says of the events only that they are decimals: the column looks at each. */
  private static final Type EXACT = DecimalType.of(38, 0);

  /** More bytes than any decimal of up to 38 digits is written with. */
  private static final int MANY_BYTES = 64;

  /** Digits become text in more than linear time, so that what is longer is a bad length. */
  private static final int MOST_BYTES = 10_000;

  private DecimalValues() {}

  /** Decimals in bytes of any length. */
  static ScalarMapping ofBytes(DecimalParameters declared) {
    int longest = declared.column().typeId() == TypeID.STRING ? MOST_BYTES : MANY_BYTES;
    int scale = declared.scale();
    return new ScalarMapping(
        declared.column(),
        EXACT,
        (input, receiver) ->
            tell(
                unscaled(input, input.readLength("the bytes of a decimal"), longest),
                scale,
                receiver));
  }

  /** Decimals in a number of bytes. */
  static ScalarMapping ofFixed(DecimalParameters declared, int size) {
    int scale = declared.scale();
    return new ScalarMapping(
        declared.column(),
        EXACT,
        (input, receiver) -> tell(unscaled(input, size, MOST_BYTES), scale, receiver));
  }

  private static void tell(BigInteger unscaled, int scale, ValueVisitor receiver) {
    receiver.decimalValue(new BigDecimal(unscaled, scale));
  }

  private static void readOwnScale(AvroInput input, ValueVisitor receiver) {
    int length = input.readLength("a big decimal");
    int end = input.position() + length;
    BigInteger unscaled = unscaled(input, input.readLength("the bytes of a decimal"), MOST_BYTES);
    int scale = input.readInt();
    if (input.position() != end) {
      throw input.malformed("the end of a big decimal", "the value's end at byte " + end);
    }
    receiver.stringValue(ValueText.decimal(new BigDecimal(unscaled, scale)));
  }

  private static void readVariableScale(AvroInput input, ValueVisitor receiver) {
    int scale = input.readInt();
    BigInteger unscaled = unscaled(input, input.readLength("the bytes of a decimal"), MOST_BYTES);
    receiver.stringValue(ValueText.decimal(new BigDecimal(unscaled, scale)));
  }

  private static BigInteger unscaled(AvroInput input, int length, int longest) {
    if (length == 0 || length > longest) {
      throw input.malformed("a decimal of 1 to " + longest + " bytes", "a length of " + length);
    }
    return new BigInteger(input.readFixed(length));
  }
}
