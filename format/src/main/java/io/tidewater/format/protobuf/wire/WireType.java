/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.wire;

/** The low three bits of a tag, which tell how long what follows is. */
public final class WireType {
  public static final int VARINT = 0;
  public static final int FIXED64 = 1;
  public static final int LENGTH = 2;
  public static final int START_GROUP = 3;
  public static final int END_GROUP = 4;
  public static final int FIXED32 = 5;

  static final int BITS = 3;
  private static final int MASK = 7;

  private WireType() {}

  /** The wire type in a tag. */
  public static int of(int tag) {
    return tag & MASK;
  }

  /** The field number in a tag. */
  public static int number(int tag) {
    return tag >>> BITS;
  }
}
