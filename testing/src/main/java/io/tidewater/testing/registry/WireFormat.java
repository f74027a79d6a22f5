/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.registry;

import java.nio.ByteBuffer;
import java.util.List;

/** Frames payloads as Confluent's serializers do: a zero byte, the schema's id, the value. */
public final class WireFormat {
  private static final byte MAGIC = 0;
  private static final int ID_BYTES = Integer.BYTES;
  private static final int LONGEST_VARINT = 5;

  private WireFormat() {}

  /** A payload of Avro or JSON Schema. */
  public static byte[] frame(int id, byte[] value) {
    return ByteBuffer.allocate(1 + ID_BYTES + value.length)
        .put(MAGIC)
        .putInt(id)
        .put(value)
        .array();
  }

  /**
   * A payload of Protobuf.
   *
   * @param message which message of the schema's file: its index among the file's messages, then
   *     among those nested in that one, and so on
   */
  public static byte[] frame(int id, List<Integer> message, byte[] value) {
    ByteBuffer path = ByteBuffer.allocate((message.size() + 1) * LONGEST_VARINT);
    if (message.equals(List.of(0))) {
      // The first message, which most are, takes one byte.
      path.put((byte) 0);
    } else {
      putVarint(path, message.size());
      message.forEach(index -> putVarint(path, index));
    }
    path.flip();
    byte[] pathAndValue = new byte[path.remaining() + value.length];
    ByteBuffer.wrap(pathAndValue).put(path).put(value);
    return frame(id, pathAndValue);
  }

  private static void putVarint(ByteBuffer target, int number) {
    int rest = (number << 1) ^ (number >> 31);
    while ((rest & ~0x7f) != 0) {
      target.put((byte) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    target.put((byte) rest);
  }
}
