/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.value;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.iceberg.variants.Variant;

/**
 * Receives the values of one record as typed events, in the units that Iceberg uses.
 *
 * <p>A struct is {@code startStruct (field value)* endStruct}; a field that is not visited has no
 * value in the record and takes the column's write default, else null. A list is {@code startList
 * value* endList}; a map is {@code startMap (key value)* endMap}. Every {@code value} is exactly
 * one scalar event, {@link #nullValue()}, or one nested struct, list or map.
 *
 * <p>Events carry no boxes where Java has a primitive, so that a visitor which writes columns
 * allocates nothing. An implementation may throw {@link ValueMismatchException} from any event and
 * must then accept a new record. Not for use by several threads at once.
 */
public interface ValueVisitor {
  void nullValue();

  void booleanValue(boolean value);

  void intValue(int value);

  void longValue(long value);

  void floatValue(float value);

  void doubleValue(double value);

  void decimalValue(BigDecimal value);

  void stringValue(String value);

  /** Bytes of any length, from position to limit; the receiver may keep them. */
  void binaryValue(ByteBuffer value);

  /** Bytes of a fixed length; the receiver may keep them. */
  void fixedValue(byte[] value);

  void uuidValue(UUID value);

  /** A date in days since 1970-01-01. */
  void dateValue(int days);

  /** A time of day in microseconds since midnight. */
  void timeValue(long micros);

  /** A wall clock reading without a zone, in microseconds since 1970-01-01T00:00. */
  void timestampValue(long micros);

  /** An instant, in microseconds since 1970-01-01T00:00Z. */
  void timestamptzValue(long micros);

  /** A wall clock reading without a zone, in nanoseconds since 1970-01-01T00:00. */
  void timestampNanosValue(long nanos);

  /** An instant, in nanoseconds since 1970-01-01T00:00Z. */
  void timestamptzNanosValue(long nanos);

  /** A value of any shape; none stands for null. */
  void variantValue(Variant value);

  void startStruct();

  /**
   * Says which field of the struct the next value belongs to.
   *
   * @param position the field's position in the struct that the plan was compiled for
   * @param name the field's name there
   */
  void field(int position, String name);

  void endStruct();

  /**
   * Starts a list.
   *
   * @param size about how many elements will come, to make room for them: formats that write lists
   *     in blocks tell the number only at the end
   */
  void startList(int size);

  void endList();

  /**
   * Starts a map.
   *
   * @param size about how many entries will come
   */
  void startMap(int size);

  void endMap();
}
