/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.value.ValueMismatchException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads Avro's binary encoding from the bytes of one payload. Nothing that they say is trusted: a
 * length or count is held against what is left before anything is made of it. Allocates only the
 * values that it returns. Positions in its messages count from the first byte of the buffer.
 */
final class AvroInput {
  static final int UNKNOWN = -1;

  private static final int INT_BYTES = 5;
  private static final int LONG_BYTES = 10;
  private static final int PAYLOAD_BITS = 7;
  private static final int VALUE = 0x7f;
  private static final char REPLACEMENT = '\uFFFD';

  /** Levels of lists, maps and records where a type contains itself. */
  private static final int DEEPEST = 200;

  /** How many elements without bytes any payload may have; beyond that, one for each byte. */
  private static final int FREE_ELEMENTS = 1024;

  private static final VarHandle FLOAT =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle DOUBLE =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[0];
  private int offset;
  private int position;
  private int limit;
  private int depth;
  private int freeElements;
  private int blockEnd = UNKNOWN;

  /** Starts at a payload's position, whatever became of the one before. */
  void begin(ByteBuffer payload) {
    if (payload.hasArray()) {
      bytes = payload.array();
      offset = payload.arrayOffset();
      position = offset + payload.position();
      limit = offset + payload.limit();
    } else {
      bytes = new byte[payload.remaining()];
      payload.duplicate().get(bytes);
      offset = -payload.position();
      position = 0;
      limit = bytes.length;
    }
    depth = 0;
    freeElements = Math.max(FREE_ELEMENTS, remaining());
  }

  /** Index of the next byte in the payload's buffer. */
  int position() {
    return position - offset;
  }

  int remaining() {
    return limit - position;
  }

  boolean readBoolean() {
    require(1, "an Avro boolean");
    byte value = bytes[position];
    if (value != 0 && value != 1) {
      throw malformed("an Avro boolean", "0x%02x".formatted(value));
    }
    position++;
    return value == 1;
  }

  int readInt() {
    int value = 0;
    for (int i = 0; i < INT_BYTES; i++) {
      byte next = varintByte(i, "an Avro int");
      value |= (next & VALUE) << (PAYLOAD_BITS * i);
      if (next >= 0 && (i < INT_BYTES - 1 || next <= 0x0f)) {
        position += i + 1;
        return (value >>> 1) ^ -(value & 1);
      }
    }
    throw malformed("an Avro int", "a number of more than 32 bits");
  }

  long readLong() {
    return readLong("an Avro long");
  }

  private long readLong(String expected) {
    long value = 0;
    for (int i = 0; i < LONG_BYTES; i++) {
      byte next = varintByte(i, expected);
      value |= (long) (next & VALUE) << (PAYLOAD_BITS * i);
      if (next >= 0 && (i < LONG_BYTES - 1 || next <= 1)) {
        position += i + 1;
        return (value >>> 1) ^ -(value & 1);
      }
    }
    throw malformed(expected, "a number of more than 64 bits");
  }

  private byte varintByte(int index, String expected) {
    if (position + index >= limit) {
      throw malformed(expected, "the end of the record");
    }
    return bytes[position + index];
  }

  float readFloat() {
    return (float) FLOAT.get(bytes, take(Float.BYTES, "an Avro float"));
  }

  double readDouble() {
    return (double) DOUBLE.get(bytes, take(Double.BYTES, "an Avro double"));
  }

  String readString() {
    int length = readLength("an Avro string");
    int start = position;
    position += length;
    String text = new String(bytes, start, length, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      requireUtf8(start, length);
    }
    return text;
  }

  /** The replacement character may be there in its own right, or hide bytes that are no text. */
  private void requireUtf8(int start, int length) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, length));
    } catch (CharacterCodingException e) {
      position = start;
      throw malformed("an Avro string", "bytes that are no UTF-8");
    }
  }

  /** The content of an Avro bytes. */
  byte[] readBytes() {
    return readFixed(readLength("Avro bytes"));
  }

  byte[] readFixed(int length) {
    int start = take(length, "an Avro fixed of " + length + " bytes");
    return Arrays.copyOfRange(bytes, start, start + length);
  }

  /** Reads the length of what comes next; that much is left. */
  int readLength(String expected) {
    int start = position;
    long length = readLong(expected);
    if (length < 0 || length > remaining()) {
      return refuseLength(start, length, expected);
    }
    return (int) length;
  }

  private int refuseLength(int start, long length, String expected) {
    long left = remaining();
    position = start;
    throw malformed(expected, "a length of " + length + " with " + left + " bytes left");
  }

  /** Reads a number from 0 to below a bound. */
  int readIndex(int bound, String expected) {
    int start = position;
    int index = readInt();
    if (index < 0 || index >= bound) {
      position = start;
      throw malformed(expected + " below " + bound, "the number " + index);
    }
    return index;
  }

  /** Passes over bytes. */
  void skip(int length, String expected) {
    take(length, expected);
  }

  /**
   * Reads the start of a block of a list or map.
   *
   * @param elementBytes how few bytes an element may take
   * @return how many elements follow; 0 after the last block
   */
  int readBlock(int elementBytes) {
    int start = position;
    long count = readLong("the count of a block");
    blockEnd = UNKNOWN;
    int left = remaining();
    if (count < 0) {
      count = -count;
      left = readLength("the size of a block");
      blockEnd = position() + left;
    }
    // Elements without bytes are counted, since they would let a payload grow at will.
    long most = elementBytes == 0 ? freeElements : left / elementBytes;
    if (count < 0 || count > most) {
      position = start;
      throw malformed("a block of at most " + most + " elements", "a count of " + count);
    }
    if (elementBytes == 0) {
      freeElements -= (int) count;
    }
    return (int) count;
  }

  /** Where the block ends that was started last; {@link #UNKNOWN} if it does not say. */
  int blockEnd() {
    return blockEnd;
  }

  /** Passes over the rest of a block that says where it ends. */
  void skipBlock() {
    position = offset + blockEnd;
  }

  /** Goes a level deeper where nothing but the data limits how deep. */
  void enter() {
    if (depth == DEEPEST) {
      throw malformed("at most " + DEEPEST + " levels of nested data", "deeper nesting");
    }
    depth++;
  }

  void leave() {
    depth--;
  }

  ValueMismatchException malformed(String expected, String got) {
    return new ValueMismatchException(expected + " at byte " + position(), got);
  }

  private int take(int length, String expected) {
    require(length, expected);
    int start = position;
    position += length;
    return start;
  }

  private void require(int length, String expected) {
    if (length > remaining()) {
      throw malformed(
          expected, remaining() == 0 ? "the end of the record" : remaining() + " bytes left");
    }
  }
}
