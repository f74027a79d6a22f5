/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.key;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One key as bytes: two keys are equal if and only if their bytes are. Values are put in the order
 * of their columns, each so that it tells where it ends. In front stands the number of the group of
 * deletes that the key belongs to. Filled again for each key; for one thread.
 */
public final class KeyBuffer {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final byte NULL = 0;
  private static final byte PRESENT = 1;

  private byte[] bytes = new byte[64];
  private int length = Integer.BYTES;

  /** Forgets the key's values. */
  public void clear() {
    length = Integer.BYTES;
  }

  /** Says which group the key is of; its values stay. */
  public void group(int group) {
    INTS.set(bytes, 0, group);
  }

  /** A null, which as a key equals null. */
  public void putNull() {
    reserve(1);
    bytes[length++] = NULL;
  }

  /** A value of a type that is a whole number inside, however wide: promoted types agree. */
  public void putLong(long value) {
    reserve(1 + Long.BYTES);
    bytes[length] = PRESENT;
    LONGS.set(bytes, length + 1, value);
    length += 1 + Long.BYTES;
  }

  /** A floating point number: all that are not a number are equal, and the two zeros are not. */
  public void putDouble(double value) {
    putLong(Double.doubleToLongBits(value));
  }

  /** Bytes, as many as remain. */
  public void putBytes(ByteBuffer value) {
    int size = value.remaining();
    reserve(1 + Integer.BYTES + size);
    bytes[length] = PRESENT;
    INTS.set(bytes, length + 1, size);
    value.get(value.position(), bytes, length + 1 + Integer.BYTES, size);
    length += 1 + Integer.BYTES + size;
  }

  /** Bytes. */
  public void putBytes(byte[] value) {
    reserve(1 + Integer.BYTES + value.length);
    bytes[length] = PRESENT;
    INTS.set(bytes, length + 1, value.length);
    System.arraycopy(value, 0, bytes, length + 1 + Integer.BYTES, value.length);
    length += 1 + Integer.BYTES + value.length;
  }

  /** Begins a struct, whose fields follow. */
  void putStruct() {
    reserve(1);
    bytes[length++] = PRESENT;
  }

  int length() {
    return length;
  }

  long hash() {
    return hash(bytes, 0, length);
  }

  static long hash(byte[] bytes, int from, int length) {
    long hash = length * MIX;
    int at = from;
    int end = from + length;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      hash = mix(hash ^ (long) LONGS.get(bytes, at));
    }
    if (at < end) {
      // Of some bytes twice; a key is longer than its group's number.
      hash = mix(hash ^ tail(bytes, from, end));
    }
    return hash ^ (hash >>> 32);
  }

  private static long tail(byte[] bytes, int from, int end) {
    return end - from >= Long.BYTES
        ? (long) LONGS.get(bytes, end - Long.BYTES)
        : (int) INTS.get(bytes, end - Integer.BYTES);
  }

  private static long mix(long value) {
    long mixed = value * MIX;
    return mixed ^ (mixed >>> 29);
  }

  boolean sameAs(byte[] others, int from) {
    return Arrays.equals(bytes, 0, length, others, from, from + length);
  }

  void copyTo(byte[] target, int at) {
    System.arraycopy(bytes, 0, target, at, length);
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }
}
