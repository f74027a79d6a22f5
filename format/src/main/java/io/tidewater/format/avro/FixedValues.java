/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.value.ValueVisitor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import org.apache.iceberg.types.Types.StringType;
import org.apache.iceberg.types.Types.UUIDType;

/** Logical types of a fixed length. */
final class FixedValues {
  static final int UUID_BYTES = 16;
  static final int DURATION_BYTES = 12;

  static final ScalarMapping UUID = new ScalarMapping(UUIDType.get(), FixedValues::readUuid);

  static final ScalarMapping DURATION =
      new ScalarMapping(StringType.get(), FixedValues::readDuration);

  private static final long MILLIS_PER_SECOND = 1_000L;

  private FixedValues() {}

  private static void readUuid(AvroInput input, ValueVisitor receiver) {
    ByteBuffer bytes = ByteBuffer.wrap(input.readFixed(UUID_BYTES));
    receiver.uuidValue(new java.util.UUID(bytes.getLong(), bytes.getLong()));
  }

  /**
   * Months, days and milliseconds as unsigned little-endian numbers. None is turned into another,
   * for no month and, where clocks change, no day has a length of its own.
   */
  private static void readDuration(AvroInput input, ValueVisitor receiver) {
    ByteBuffer bytes =
        ByteBuffer.wrap(input.readFixed(DURATION_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    long months = Integer.toUnsignedLong(bytes.getInt());
    long days = Integer.toUnsignedLong(bytes.getInt());
    long millis = Integer.toUnsignedLong(bytes.getInt());
    receiver.stringValue(
        String.format(
            Locale.ROOT,
            "P%dM%dDT%d.%03dS",
            months,
            days,
            millis / MILLIS_PER_SECOND,
            millis % MILLIS_PER_SECOND));
  }
}
