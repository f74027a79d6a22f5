/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.value.ValueText;
import io.tidewater.format.value.ValueVisitor;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.DecimalType;
import org.apache.iceberg.types.Types.StringType;
import org.jspecify.annotations.Nullable;

/** Decimals. */
final class DecimalValues {
  /** Avro's decimal that brings its scale with every value, as text. */
  static final ScalarMapping OWN_SCALE =
      new ScalarMapping(StringType.get(), DecimalValues::readOwnScale);

  private static final int WIDEST = 38;

  /** For each digit less than half a byte. */
  private static final int DIGITS_PER_BYTE = 2;

  /** More bytes than any decimal of up to 38 digits is written with. */
  private static final int MANY_BYTES = 64;

  private DecimalValues() {}

  /** What a schema says of its decimals; null if it says nothing that is valid. */
  static @Nullable Decimal declared(Schema schema) {
    return schema.getLogicalType() instanceof Decimal decimal ? decimal : null;
  }

  static ScalarMapping ofBytes(Schema schema) {
    return ofBytes(precision(schema), scale(schema));
  }

  /** Decimals in bytes of any length. */
  static ScalarMapping ofBytes(int precision, int scale) {
    int longest = Math.max(MANY_BYTES, precision / DIGITS_PER_BYTE);
    return new ScalarMapping(
        column(precision, scale),
        (input, receiver) ->
            tell(
                unscaled(input, input.readLength("the bytes of a decimal"), longest),
                scale,
                receiver));
  }

  static ScalarMapping ofFixed(Schema schema) {
    int size = schema.getFixedSize();
    int scale = scale(schema);
    return new ScalarMapping(
        column(precision(schema), scale),
        (input, receiver) -> tell(unscaled(input, size, size), scale, receiver));
  }

  private static int precision(Schema schema) {
    Decimal declared = declared(schema);
    return declared == null ? 0 : declared.getPrecision();
  }

  private static int scale(Schema schema) {
    Decimal declared = declared(schema);
    return declared == null ? 0 : declared.getScale();
  }

  private static Type column(int precision, int scale) {
    return precision > WIDEST ? StringType.get() : DecimalType.of(precision, scale);
  }

  private static void tell(BigInteger unscaled, int scale, ValueVisitor receiver) {
    receiver.decimalValue(new BigDecimal(unscaled, scale));
  }

  private static void readOwnScale(AvroInput input, ValueVisitor receiver) {
    int length = input.readLength("a big decimal");
    int end = input.position() + length;
    BigInteger unscaled = unscaled(input, input.readLength("the bytes of a decimal"), length);
    int scale = input.readInt();
    if (input.position() != end) {
      throw input.malformed("the end of a big decimal", "the value's end at byte " + end);
    }
    receiver.stringValue(ValueText.decimal(new BigDecimal(unscaled, scale)));
  }

  private static BigInteger unscaled(AvroInput input, int length, int longest) {
    if (length == 0 || length > longest) {
      throw input.malformed("a decimal of 1 to " + longest + " bytes", "a length of " + length);
    }
    return new BigInteger(input.readFixed(length));
  }
}
