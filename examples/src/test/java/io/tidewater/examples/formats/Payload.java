/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes as Avro and Protobuf lay them out. */
final class Payload {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Avro's int and long, and the length of what follows. */
  Payload zigzag(long value) {
    return varint((value << 1) ^ (value >> 63));
  }

  /** Protobuf's numbers and tags. */
  Payload varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
    return this;
  }

  /** Avro's string. */
  Payload text(String value) {
    byte[] utf8 = value.getBytes(UTF_8);
    return zigzag(utf8.length).raw(utf8);
  }

  /** Avro's bytes. */
  Payload block(int... value) {
    return zigzag(value.length).raw(value);
  }

  /** Protobuf's number in a field. */
  Payload number(int field, long value) {
    return varint((long) field << 3).varint(value);
  }

  /** Protobuf's text, bytes or message in a field. */
  Payload field(int field, byte[] value) {
    return varint(((long) field << 3) | 2).varint(value.length).raw(value);
  }

  Payload field(int field, String value) {
    return field(field, value.getBytes(UTF_8));
  }

  /** Protobuf's double in a field. */
  Payload fraction(int field, double value) {
    return varint(((long) field << 3) | 1).ieee(value);
  }

  Payload ieee(double value) {
    ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return raw(buffer.putDouble(value).array());
  }

  Payload ieee(float value) {
    ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return raw(buffer.putFloat(value).array());
  }

  Payload raw(int... value) {
    for (int single : value) {
      bytes.write(single);
    }
    return this;
  }

  Payload raw(byte[] value) {
    bytes.writeBytes(value);
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
