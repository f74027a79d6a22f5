/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.protobuf.plan.PlainValue;
import io.tidewater.format.protobuf.plan.SlotDecoder;
import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.protobuf.wire.MessageIndex;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.DateType;

/** {@code google.type.Date}; one that lacks its year, month or day is no date and refused. */
record DateValue() implements MessageValue {
  static final MessageIndex INDEX =
      Indexes.of(PlainValue.INT32, PlainValue.INT32, PlainValue.INT32);
  static final Type TYPE = DateType.get();

  private static final int LAST_YEAR = 9999;

  @Override
  public SlotDecoder into(Type column, ValueVisitor receiver) {
    ValueVisitor converted = Conversions.between(TYPE, column, receiver);
    return (in, slot) -> converted.dateValue(days(in, slot));
  }

  private static int days(Decoding in, int slot) {
    int year = WholeNumbers.intAt(in, slot);
    int month = WholeNumbers.intAt(in, slot + 1);
    int day = WholeNumbers.intAt(in, slot + 2);
    try {
      if (year >= 1 && year <= LAST_YEAR) {
        return (int) LocalDate.of(year, month, day).toEpochDay();
      }
    } catch (DateTimeException e) {
      // Refused below, with its parts.
    }
    throw new ValueMismatchException(
        "a whole date", "year " + year + ", month " + month + ", day " + day);
  }
}
