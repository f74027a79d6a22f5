/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.value.ValueVisitor;

/** Reads a list or map into a column of documents. */
public record DocumentField(SlotDecoder nested, Document document, ValueVisitor receiver)
    implements SlotDecoder {
  @Override
  public void read(Decoding in, int slot) {
    document.begin();
    nested.read(in, slot);
    document.finish(receiver);
  }
}
