/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import io.tidewater.format.value.ValueVisitor;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.TimestampNanoType;
import org.apache.iceberg.types.Types.TimestampType;
import org.apache.iceberg.util.DateTimeUtil;

/** Tells visitors of the values of generic records. */
final class TypedEvents {
  private TypedEvents() {}

  static void send(Type type, Object value, ValueVisitor to) {
    switch (type.typeId()) {
      case BOOLEAN -> to.booleanValue((Boolean) value);
      case INTEGER -> to.intValue((Integer) value);
      case LONG -> to.longValue((Long) value);
      case FLOAT -> to.floatValue((Float) value);
      case DOUBLE -> to.doubleValue((Double) value);
      case DECIMAL -> to.decimalValue((BigDecimal) value);
      case STRING -> to.stringValue(value.toString());
      case BINARY -> to.binaryValue(((ByteBuffer) value).duplicate());
      case FIXED -> to.fixedValue((byte[]) value);
      case UUID -> to.uuidValue((UUID) value);
      case DATE -> to.dateValue(DateTimeUtil.daysFromDate((LocalDate) value));
      case TIME -> to.timeValue(DateTimeUtil.microsFromTime((LocalTime) value));
      case TIMESTAMP -> timestamp((TimestampType) type, value, to);
      case TIMESTAMP_NANO -> timestamp((TimestampNanoType) type, value, to);
      default -> throw new IllegalArgumentException("no plain type: " + type);
    }
  }

  private static void timestamp(TimestampType type, Object value, ValueVisitor to) {
    if (type.shouldAdjustToUTC()) {
      to.timestamptzValue(DateTimeUtil.microsFromTimestamptz((OffsetDateTime) value));
    } else {
      to.timestampValue(DateTimeUtil.microsFromTimestamp((LocalDateTime) value));
    }
  }

  private static void timestamp(TimestampNanoType type, Object value, ValueVisitor to) {
    if (type.shouldAdjustToUTC()) {
      to.timestamptzNanosValue(DateTimeUtil.nanosFromTimestamptz((OffsetDateTime) value));
    } else {
      to.timestampNanosValue(DateTimeUtil.nanosFromTimestamp((LocalDateTime) value));
    }
  }
}
