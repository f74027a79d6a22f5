/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.protobuf.wire.WireReader;
import io.tidewater.format.protobuf.wire.WireType;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;

/**
 * Reads a repeated field of numbers, each of which stands alone or in a run with others, whatever
 * the schema calls it.
 *
 * @param column converts an element to what the table holds
 */
public record PackableListField(ScalarValue element, ValueVisitor column, ValueVisitor receiver)
    implements SlotDecoder {
  @Override
  public void read(Decoding in, int slot) {
    receiver.startList(size(in, slot));
    int index = 0;
    WireReader reader = in.reader();
    int end = reader.limit();
    for (int each = in.first(slot); each != Decoding.NONE; each = in.next(each)) {
      boolean packed = WireType.of(in.start(each)) == WireType.LENGTH;
      if (packed) {
        reader.limit(reader.span());
      }
      index = packed ? run(reader, index) : one(reader, index);
      reader.limit(end);
    }
    receiver.endList();
  }

  private int size(Decoding in, int slot) {
    int size = 0;
    for (int each = in.first(slot); each != Decoding.NONE; each = in.next(each)) {
      boolean packed = WireType.of(in.start(each)) == WireType.LENGTH;
      size += packed ? count(in.reader()) : 1;
    }
    return size;
  }

  private int count(WireReader reader) {
    int end = reader.span();
    return switch (element.wireType()) {
      case WireType.FIXED32 -> (end - reader.position()) / Integer.BYTES;
      case WireType.FIXED64 -> (end - reader.position()) / Long.BYTES;
      default -> reader.countVarints(end);
    };
  }

  private int run(WireReader reader, int start) {
    int index = start;
    while (!reader.atLimit()) {
      index = one(reader, index);
    }
    return index;
  }

  private int one(WireReader reader, int index) {
    try {
      element.read(reader, column);
    } catch (ValueMismatchException e) {
      throw e.inElement(index);
    }
    return index + 1;
  }
}
