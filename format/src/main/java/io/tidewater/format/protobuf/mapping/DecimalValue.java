/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.protobuf.plan.PlainValue;
import io.tidewater.format.protobuf.plan.SlotDecoder;
import io.tidewater.format.protobuf.type.ProtoField;
import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.protobuf.wire.MessageIndex;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.DecimalType;
import org.apache.iceberg.types.Types.StringType;
import org.jspecify.annotations.Nullable;

/** {@code confluent.type.Decimal}: the unscaled number's bytes, and a scale that each value has. */
record DecimalValue() implements MessageValue {
  static final MessageIndex INDEX =
      Indexes.of(PlainValue.BYTES, PlainValue.UINT32, PlainValue.INT32);

  private static final int SCALE_SLOT = 2;
  private static final int WIDEST = 38;
  private static final int LONGEST = 128;

  /** The type of its column: text where the field does not tell a scale for all its values. */
  static Type type(@Nullable ProtoField field) {
    Map<String, String> parameters = field == null ? Map.of() : field.traits().parameters();
    int scale = number(parameters.get("scale"));
    if (scale < 0 || scale > WIDEST) {
      return StringType.get();
    }
    int precision = number(parameters.get("precision"));
    boolean valid = precision >= Math.max(1, scale) && precision <= WIDEST;
    return DecimalType.of(valid ? precision : WIDEST, scale);
  }

  @Override
  public SlotDecoder into(Type column, ValueVisitor receiver) {
    ValueVisitor converted = Conversions.into(column, receiver);
    return (in, slot) -> converted.decimalValue(value(in, slot));
  }

  private static BigDecimal value(Decoding in, int slot) {
    int first = in.first(slot);
    int scale = WholeNumbers.intAt(in, slot + SCALE_SLOT);
    if (first == Decoding.NONE) {
      return BigDecimal.ZERO;
    }
    in.start(first);
    byte[] unscaled = in.reader().binary();
    if (unscaled.length > LONGEST) {
      throw new ValueMismatchException(
          "a decimal of at most " + LONGEST + " bytes", unscaled.length + " bytes");
    }
    return unscaled.length == 0 ? BigDecimal.ZERO : new BigDecimal(new BigInteger(unscaled), scale);
  }

  private static int number(@Nullable String text) {
    try {
      return text == null ? -1 : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
