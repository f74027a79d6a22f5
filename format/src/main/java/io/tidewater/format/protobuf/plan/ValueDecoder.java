/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.wire.Decoding;

/** Reads values of one type and tells the visitor that it was made for. */
public interface ValueDecoder {
  /**
   * Reads the value that an occurrence and those after it make together.
   *
   * @param first the first of them; with {@link Decoding#NONE} the value is zero, or empty
   */
  void read(Decoding in, int first);

  /** Reads the value of one occurrence. */
  void readOne(Decoding in, int occurrence);
}
