/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.payload;

import io.tidewater.format.value.ValueMismatchException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What Confluent's serializers write before a value, and every other client of such a registry: a
 * zero byte, then the schema's id as four bytes, big-endian.
 */
public final class ConfluentFrame {
  private static final int MAGIC = 0;
  private static final int LENGTH = 1 + Integer.BYTES;

  private ConfluentFrame() {}

  /**
   * The schema id of a payload.
   *
   * @param payload moved past the frame; left where it is if there is none
   * @throws ValueMismatchException if the payload does not start with a frame
   */
  public static int takeId(ByteBuffer payload) {
    if (payload.remaining() < LENGTH) {
      throw new ValueMismatchException(
          "a zero byte and a schema id in " + Integer.BYTES + " bytes before the value",
          "a payload of " + payload.remaining() + " bytes");
    }
    int start = payload.position();
    if (payload.get(start) != MAGIC) {
      throw new ValueMismatchException(
          "a zero byte and a schema id before the value",
          "the first byte 0x%02x, of no schema registry".formatted(payload.get(start)));
    }
    int id = bigEndian(payload, start + 1);
    if (id < 0) {
      throw new ValueMismatchException("the id of a schema", "the number " + id);
    }
    payload.position(start + LENGTH);
    return id;
  }

  private static int bigEndian(ByteBuffer payload, int at) {
    int id = payload.getInt(at);
    return payload.order() == ByteOrder.BIG_ENDIAN ? id : Integer.reverseBytes(id);
  }
}
