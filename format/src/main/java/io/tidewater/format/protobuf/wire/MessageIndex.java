/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.wire;

import io.tidewater.format.protobuf.wire.IndexedField.Occurs;
import java.util.Arrays;
import java.util.List;

/**
 * Which fields of a message are looked for: each has a slot, by its place in the list. Immutable.
 */
public final class MessageIndex {
  private static final int NONE = -1;
  private static final int SPARSE = 64;

  private final IndexedField[] fields;
  private final int oneofs;

  /** By number, while numbers are dense; else empty. */
  private final int[] slots;

  /** Ascending, where numbers are sparse, with the slot of each beside it. */
  private final int[] numbers;

  private final int[] slotsByRank;

  public MessageIndex(List<IndexedField> fields) {
    this.fields = fields.toArray(IndexedField[]::new);
    this.oneofs = fields.stream().mapToInt(field -> field.oneof() + 1).max().orElse(0);
    int highest = fields.stream().mapToInt(IndexedField::number).max().orElse(0);
    boolean dense = highest <= SPARSE + 4L * fields.size();
    this.slots = new int[dense ? highest + 1 : 0];
    Arrays.fill(slots, NONE);
    Integer[] ranks = new Integer[dense ? 0 : this.fields.length];
    Arrays.setAll(ranks, slot -> slot);
    Arrays.sort(ranks, (a, b) -> Integer.compare(this.fields[a].number(), this.fields[b].number()));
    this.slotsByRank = Arrays.stream(ranks).mapToInt(rank -> rank).toArray();
    this.numbers = Arrays.stream(slotsByRank).map(slot -> this.fields[slot].number()).toArray();
    for (int slot = 0; dense && slot < this.fields.length; slot++) {
      slots[this.fields[slot].number()] = slot;
    }
  }

  int slotCount() {
    return fields.length;
  }

  int oneofCount() {
    return oneofs;
  }

  IndexedField field(int slot) {
    return fields[slot];
  }

  /** The slot of a number that is written in some way; negative if nobody looks for that. */
  int slot(int number, int wireType) {
    int slot = slot(number);
    if (slot < 0) {
      return NONE;
    }
    IndexedField field = fields[slot];
    boolean packed = wireType == WireType.LENGTH && field.occurs() == Occurs.PACKABLE;
    return wireType == field.wireType() || packed ? slot : NONE;
  }

  private int slot(int number) {
    if (slots.length > 0) {
      return number < slots.length ? slots[number] : NONE;
    }
    int rank = Arrays.binarySearch(numbers, number);
    return rank < 0 ? NONE : slotsByRank[rank];
  }
}
