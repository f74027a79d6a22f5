/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.wire;

import io.tidewater.format.value.ValueMismatchException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads what Protobuf's encoding is made of, never past a limit. Whatever the bytes are, it ends
 * with a value or a {@link ValueMismatchException} that tells the byte. Not for use by several
 * threads at once.
 */
public final class WireReader {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LONGEST_VARINT = 10;
  private static final int LAST_SHIFT = 63;

  private byte[] bytes = {};
  private int position;
  private int limit;

  /** What an index into the array is more than one into the payload. */
  private int offset;

  /** Starts with what a buffer has left, whose own position stays. */
  public void begin(ByteBuffer payload) {
    if (payload.hasArray()) {
      bytes = payload.array();
      offset = payload.arrayOffset();
    } else {
      bytes = new byte[payload.limit()];
      payload.duplicate().position(0).get(bytes);
      offset = 0;
    }
    position = offset + payload.position();
    limit = offset + payload.limit();
  }

  /** Lets go of the payload. */
  public void release() {
    bytes = new byte[0];
    position = 0;
    limit = 0;
  }

  /** Where it stands; for {@link #seek}. */
  public int position() {
    return position;
  }

  /** Goes back to a place where it was. */
  public void seek(int place) {
    position = place;
  }

  /** Where the message, or the run of packed values, ends that is being read. */
  public int limit() {
    return limit;
  }

  /** Sets the end of what is read from now on; an end that {@link #span} or this reader gave. */
  public void limit(int end) {
    limit = end;
  }

  /** Whether nothing is left before the limit. */
  public boolean atLimit() {
    return position == limit;
  }

  /** Reads a tag; its number is at least 1. */
  public int tag() {
    int start = position;
    long tag = varint();
    if (tag >>> Integer.SIZE != 0 || WireType.number((int) tag) == 0) {
      throw malformed("a field's tag", start, "a varint that is none");
    }
    return (int) tag;
  }

  /** Reads up to 64 bits. */
  public long varint() {
    int start = position;
    long value = 0;
    for (int shift = 0; position < limit; shift += 7) {
      byte next = bytes[position++];
      if (shift == LAST_SHIFT && (next & 0xfe) != 0) {
        throw malformed("a varint of at most " + LONGEST_VARINT + " bytes", start, "a longer one");
      }
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw ended("a varint", start);
  }

  /**
   * Reads a varint that holds 32 bits: a negative number may have all its 64. What Protobuf would
   * cut off is refused.
   */
  public int varint32() {
    int start = position;
    long value = varint();
    if (value != (int) value && value >>> Integer.SIZE != 0) {
      throw malformed("a varint of 32 bits", start, "the number " + value);
    }
    return (int) value;
  }

  /** Reads four bytes. */
  public int fixed32() {
    int start = take(Integer.BYTES, "four bytes");
    return (int) INTS.get(bytes, start);
  }

  /** Reads eight bytes. */
  public long fixed64() {
    int start = take(Long.BYTES, "eight bytes");
    return (long) LONGS.get(bytes, start);
  }

  /**
   * Reads a length, which is not more than what is left.
   *
   * @return where that many bytes from here end
   */
  public int span() {
    int start = position;
    long length = varint();
    if (length < 0 || length > limit - position) {
      throw malformed(
          "a length up to " + (limit - position),
          start,
          "the length " + Long.toUnsignedString(length));
    }
    return position + (int) length;
  }

  /** Reads text with its length; it must be UTF-8. */
  public String text() {
    int start = position;
    int end = span();
    String text = Utf8.decode(bytes, position, end);
    if (text == null) {
      throw malformed("UTF-8 text", start, (end - position) + " bytes that are none");
    }
    position = end;
    return text;
  }

  /** Reads bytes with their length. */
  public byte[] binary() {
    int end = span();
    byte[] copy = Arrays.copyOfRange(bytes, position, end);
    position = end;
    return copy;
  }

  /** How many varints there are up to an end; they need not be complete. */
  public int countVarints(int end) {
    int count = 0;
    for (int i = position; i < end; i++) {
      if (bytes[i] >= 0) {
        count++;
      }
    }
    return count;
  }

  /** Bytes that are not what they should be. */
  public ValueMismatchException malformed(String expected, int at, String got) {
    return new ValueMismatchException(expected + " at byte " + (at - offset), got);
  }

  private int take(int count, String what) {
    int start = position;
    if (limit - start < count) {
      throw ended(what, start);
    }
    position = start + count;
    return start;
  }

  ValueMismatchException ended(String expected, int start) {
    return malformed(expected, start, "the end of its message at byte " + (limit - offset));
  }
}
