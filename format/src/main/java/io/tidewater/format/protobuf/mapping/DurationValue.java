/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.protobuf.plan.PlainValue;
import io.tidewater.format.protobuf.plan.SlotDecoder;
import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.protobuf.wire.MessageIndex;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.DecimalType;

/**
 * {@code google.protobuf.Duration}, as decimal seconds: they hold every duration exactly, sort, and
 * can be summed.
 */
record DurationValue() implements MessageValue {
  static final MessageIndex INDEX = Indexes.of(PlainValue.INT64, PlainValue.INT32);
  static final Type TYPE = DecimalType.of(21, 9);

  private static final long LONGEST = 315_576_000_000L;
  private static final int NANOS_PER_SECOND = 1_000_000_000;
  private static final int NANO_DIGITS = 9;

  @Override
  public SlotDecoder into(Type column, ValueVisitor receiver) {
    ValueVisitor converted = Conversions.between(TYPE, column, receiver);
    return (in, slot) -> converted.decimalValue(seconds(in, slot));
  }

  private static BigDecimal seconds(Decoding in, int slot) {
    long seconds = WholeNumbers.longAt(in, slot);
    int nanos = WholeNumbers.intAt(in, slot + 1);
    boolean oneSign = seconds == 0 || nanos == 0 || seconds > 0 == nanos > 0;
    boolean inRange = seconds >= -LONGEST && seconds <= LONGEST;
    if (!oneSign || !inRange || nanos <= -NANOS_PER_SECOND || nanos >= NANOS_PER_SECOND) {
      throw new ValueMismatchException(
          "a duration of up to 10000 years, its parts of one sign",
          seconds + " seconds and " + nanos + " nanoseconds");
    }
    BigInteger whole = BigInteger.valueOf(seconds).multiply(BigInteger.valueOf(NANOS_PER_SECOND));
    return new BigDecimal(whole.add(BigInteger.valueOf(nanos)), NANO_DIGITS);
  }
}
