/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.type.ScalarKind;
import io.tidewater.format.protobuf.wire.WireReader;
import io.tidewater.format.protobuf.wire.WireType;
import io.tidewater.format.value.ValueVisitor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * The scalar types: how each is written, and the type of its column. One per {@link ScalarKind}.
 */
public enum PlainValue implements ScalarValue {
  DOUBLE(
      WireType.FIXED64,
      Types.DoubleType.get(),
      (in, to) -> to.doubleValue(Double.longBitsToDouble(in.fixed64())),
      to -> to.doubleValue(0)),
  FLOAT(
      WireType.FIXED32,
      Types.FloatType.get(),
      (in, to) -> to.floatValue(Float.intBitsToFloat(in.fixed32())),
      to -> to.floatValue(0)),
  INT32(
      WireType.VARINT,
      Types.IntegerType.get(),
      (in, to) -> to.intValue(in.varint32()),
      to -> to.intValue(0)),
  INT64(
      WireType.VARINT,
      Types.LongType.get(),
      (in, to) -> to.longValue(in.varint()),
      to -> to.longValue(0)),
  UINT32(
      WireType.VARINT,
      Types.LongType.get(),
      (in, to) -> to.longValue(Integer.toUnsignedLong(in.varint32())),
      to -> to.longValue(0)),
  UINT64(
      WireType.VARINT,
      Types.DecimalType.of(20, 0),
      (in, to) -> to.decimalValue(unsigned(in.varint())),
      to -> to.decimalValue(BigDecimal.ZERO)),
  SINT32(
      WireType.VARINT,
      Types.IntegerType.get(),
      (in, to) -> to.intValue((int) zigZag(Integer.toUnsignedLong(in.varint32()))),
      to -> to.intValue(0)),
  SINT64(
      WireType.VARINT,
      Types.LongType.get(),
      (in, to) -> to.longValue(zigZag(in.varint())),
      to -> to.longValue(0)),
  FIXED32(
      WireType.FIXED32,
      Types.LongType.get(),
      (in, to) -> to.longValue(Integer.toUnsignedLong(in.fixed32())),
      to -> to.longValue(0)),
  FIXED64(
      WireType.FIXED64,
      Types.DecimalType.of(20, 0),
      (in, to) -> to.decimalValue(unsigned(in.fixed64())),
      to -> to.decimalValue(BigDecimal.ZERO)),
  SFIXED32(
      WireType.FIXED32,
      Types.IntegerType.get(),
      (in, to) -> to.intValue(in.fixed32()),
      to -> to.intValue(0)),
  SFIXED64(
      WireType.FIXED64,
      Types.LongType.get(),
      (in, to) -> to.longValue(in.fixed64()),
      to -> to.longValue(0)),
  BOOL(
      WireType.VARINT,
      Types.BooleanType.get(),
      (in, to) -> to.booleanValue(in.varint() != 0),
      to -> to.booleanValue(false)),
  STRING(
      WireType.LENGTH,
      Types.StringType.get(),
      (in, to) -> to.stringValue(in.text()),
      to -> to.stringValue("")),
  BYTES(
      WireType.LENGTH,
      Types.BinaryType.get(),
      (in, to) -> to.binaryValue(ByteBuffer.wrap(in.binary())),
      to -> to.binaryValue(ByteBuffer.allocate(0)));

  private final int wireType;
  private final Type type;
  private final Read read;
  private final Zero zero;

  PlainValue(int wireType, Type type, Read read, Zero zero) {
    this.wireType = wireType;
    this.type = type;
    this.read = read;
    this.zero = zero;
  }

  /** How a scalar type's values are written. */
  public static PlainValue of(ScalarKind kind) {
    return valueOf(kind.name());
  }

  /** The type of its column, which the events are of. */
  public Type type() {
    return type;
  }

  @Override
  public int wireType() {
    return wireType;
  }

  @Override
  public void read(WireReader in, ValueVisitor receiver) {
    read.run(in, receiver);
  }

  @Override
  public void zero(ValueVisitor receiver) {
    zero.run(receiver);
  }

  private static long zigZag(long value) {
    return (value >>> 1) ^ -(value & 1);
  }

  private static BigDecimal unsigned(long value) {
    return value >= 0
        ? BigDecimal.valueOf(value)
        : new BigDecimal(new BigInteger(Long.toUnsignedString(value)));
  }

  private interface Read {
    void run(WireReader in, ValueVisitor receiver);
  }

  private interface Zero {
    void run(ValueVisitor receiver);
  }
}
