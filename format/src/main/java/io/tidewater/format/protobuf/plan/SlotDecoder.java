/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.wire.Decoding;

/** Reads what stands in a slot of the open message, or in several, as exactly one value. */
public interface SlotDecoder {
  /** Hands on one value, present or not. */
  void read(Decoding in, int slot);
}
