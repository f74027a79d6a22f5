/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;

/** Reads a repeated field each of whose elements stands alone. */
public record ListField(ValueDecoder element, ValueVisitor receiver) implements SlotDecoder {
  @Override
  public void read(Decoding in, int slot) {
    int size = 0;
    for (int each = in.first(slot); each != Decoding.NONE; each = in.next(each)) {
      size++;
    }
    receiver.startList(size);
    int index = 0;
    for (int each = in.first(slot); each != Decoding.NONE; each = in.next(each)) {
      try {
        element.readOne(in, each);
      } catch (ValueMismatchException e) {
        throw e.inElement(index);
      }
      index++;
    }
    receiver.endList();
  }
}
