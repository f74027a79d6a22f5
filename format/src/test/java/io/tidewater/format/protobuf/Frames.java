/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import java.nio.ByteBuffer;

/** Payloads in Confluent's frame. */
final class Frames {
  private Frames() {}

  /** A message that is the first of its file. */
  static ByteBuffer first(int schemaId, byte[] message) {
    return framed(schemaId, new byte[] {0}, message);
  }

  /**
   * @param path the message's place as it is written: zig-zag varints
   */
  static ByteBuffer framed(int schemaId, byte[] path, byte[] message) {
    ByteBuffer frame = ByteBuffer.allocate(5 + path.length + message.length);
    return frame.put((byte) 0).putInt(schemaId).put(path).put(message).flip();
  }
}
