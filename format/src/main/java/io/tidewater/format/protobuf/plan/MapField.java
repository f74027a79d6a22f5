/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.protobuf.wire.MessageIndex;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a map. Of several entries with one key the last counts; an entry without a key or a value
 * has its zero.
 *
 * @param index finds the key in an entry's first slot and the value in its second
 * @param plainKey a key's own value, by which entries are told apart
 */
public record MapField(
    MessageIndex index,
    PlainKey plainKey,
    ValueDecoder key,
    ValueDecoder value,
    ValueVisitor receiver)
    implements SlotDecoder {
  @Override
  public void read(Decoding in, int slot) {
    Map<Object, Integer> entries = new LinkedHashMap<>();
    for (int each = in.first(slot); each != Decoding.NONE; each = in.next(each)) {
      int mark = in.mark();
      int base = in.open(index);
      in.addPiece(index, base, each);
      entries.put(plainKey.of(in, in.first(base)), each);
      in.close(index, base, mark);
    }
    receiver.startMap(entries.size());
    for (Map.Entry<Object, Integer> entry : entries.entrySet()) {
      try {
        entry(in, entry.getValue());
      } catch (ValueMismatchException e) {
        throw e.inEntry(entry.getKey());
      }
    }
    receiver.endMap();
  }

  private void entry(Decoding in, int occurrence) {
    int mark = in.mark();
    int base = in.open(index);
    in.addPiece(index, base, occurrence);
    key.read(in, in.first(base));
    value.read(in, in.first(base + 1));
    in.close(index, base, mark);
  }
}
