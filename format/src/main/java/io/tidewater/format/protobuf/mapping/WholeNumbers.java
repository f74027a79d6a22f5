/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.protobuf.wire.Decoding;

/** The numbers in the slots of a message. */
final class WholeNumbers {
  private WholeNumbers() {}

  /** An {@code int64}; 0 if it is absent. */
  static long longAt(Decoding in, int slot) {
    int first = in.first(slot);
    if (first == Decoding.NONE) {
      return 0;
    }
    in.start(first);
    return in.reader().varint();
  }

  /** An {@code int32}; 0 if it is absent. */
  static int intAt(Decoding in, int slot) {
    int first = in.first(slot);
    if (first == Decoding.NONE) {
      return 0;
    }
    in.start(first);
    return in.reader().varint32();
  }
}
