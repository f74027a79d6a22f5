/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.protobuf.plan.PlainValue;
import io.tidewater.format.protobuf.plan.SlotDecoder;
import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.protobuf.wire.MessageIndex;
import io.tidewater.format.schema.NanoTimestamps;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueText;
import io.tidewater.format.value.ValueVisitor;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types.LongType;
import org.apache.iceberg.types.Types.TimestampNanoType;
import org.apache.iceberg.types.Types.TimestampType;

/** {@code google.protobuf.Timestamp}: seconds and nanoseconds, from year 1 to 9999. */
record TimestampValue(NanoTimestamps option) implements MessageValue {
  static final MessageIndex INDEX = Indexes.of(PlainValue.INT64, PlainValue.INT32);

  private static final long EARLIEST = -62_135_596_800L;
  private static final long LATEST = 253_402_300_799L;
  private static final int NANOS_PER_SECOND = 1_000_000_000;
  private static final int NANOS_PER_MICRO = 1_000;
  private static final long MICROS_PER_SECOND = 1_000_000L;

  /**
   * The type of its column: microseconds are what every engine reads, and what most writers mean
   * who have no other type to choose.
   */
  Type type() {
    return switch (option) {
      case LONG -> LongType.get();
      case NANOS -> TimestampNanoType.withZone();
      default -> TimestampType.withZone();
    };
  }

  @Override
  public SlotDecoder into(Type column, ValueVisitor receiver) {
    if (column.typeId() == TypeID.STRING) {
      return each((seconds, nanos) -> receiver.stringValue(ValueText.instant(seconds, nanos)));
    }
    if (column.typeId() == TypeID.LONG && option == NanoTimestamps.LONG) {
      return each((seconds, nanos) -> receiver.longValue(nanos(seconds, nanos)));
    }
    ValueVisitor converted = Conversions.into(column, receiver);
    return column.typeId() == TypeID.TIMESTAMP_NANO
        ? each((seconds, nanos) -> converted.timestamptzNanosValue(nanos(seconds, nanos)))
        : each((seconds, nanos) -> converted.timestamptzValue(micros(seconds, nanos)));
  }

  private static SlotDecoder each(Instant instant) {
    return (in, slot) -> read(in, slot, instant);
  }

  private static void read(Decoding in, int slot, Instant instant) {
    long seconds = WholeNumbers.longAt(in, slot);
    int nanos = WholeNumbers.intAt(in, slot + 1);
    boolean valid = seconds >= EARLIEST && seconds <= LATEST;
    if (!valid || nanos < 0 || nanos >= NANOS_PER_SECOND) {
      throw new ValueMismatchException(
          "a timestamp from year 1 to 9999", seconds + " seconds and " + nanos + " nanoseconds");
    }
    instant.tell(seconds, nanos);
  }

  private static long micros(long seconds, int nanos) {
    if (nanos % NANOS_PER_MICRO != 0) {
      throw new ValueMismatchException(
          "a timestamp in whole microseconds, unless the mapping is told to keep nanoseconds",
          "the timestamp " + ValueText.instant(seconds, nanos));
    }
    return seconds * MICROS_PER_SECOND + nanos / NANOS_PER_MICRO;
  }

  private static long nanos(long seconds, int nanos) {
    try {
      return Math.addExact(Math.multiplyExact(seconds, (long) NANOS_PER_SECOND), nanos);
    } catch (ArithmeticException e) {
      throw new ValueMismatchException(
          "a timestamp in nanoseconds, from 1677 to 2262",
          "the timestamp " + ValueText.instant(seconds, nanos));
    }
  }

  private interface Instant {
    void tell(long seconds, int nanos);
  }
}
