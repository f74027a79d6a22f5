/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.wire;

import java.util.Arrays;

/**
 * Where the fields of the messages stand that are being read, from the outermost to the innermost:
 * a chain of places for each slot of each. The arrays serve all messages of all records.
 */
final class Occurrences {
  /** The end of a chain. */
  static final int NONE = -1;

  private static final int INITIAL = 64;
  private static final int LARGEST_KEPT = 1 << 16;

  private int[] first = new int[INITIAL];
  private int[] last = new int[INITIAL];
  private int slots;

  private int[] place = new int[INITIAL];
  private int[] next = new int[INITIAL];
  private int entries;

  /** Forgets all messages, and the room that only a very large one has needed. */
  void clear() {
    slots = 0;
    entries = 0;
    if (place.length > LARGEST_KEPT) {
      place = new int[INITIAL];
      next = new int[INITIAL];
    }
  }

  /** Makes room for the slots of another message; gives the first of them. */
  int open(int count) {
    int base = slots;
    slots = base + count;
    if (slots > first.length) {
      int room = Math.max(slots, 2 * first.length);
      first = Arrays.copyOf(first, room);
      last = Arrays.copyOf(last, room);
    }
    Arrays.fill(first, base, slots, NONE);
    return base;
  }

  /** How many places are known; for {@link #close}. */
  int entries() {
    return entries;
  }

  /** Forgets the message whose slots were opened last, and its places. */
  void close(int base, int entriesBefore) {
    slots = base;
    entries = entriesBefore;
  }

  void add(int slot, int at) {
    int entry = entries++;
    if (entry == place.length) {
      place = Arrays.copyOf(place, 2 * entry);
      next = Arrays.copyOf(next, 2 * entry);
    }
    place[entry] = at;
    next[entry] = NONE;
    if (first[slot] == NONE) {
      first[slot] = entry;
    } else {
      next[last[slot]] = entry;
    }
    last[slot] = entry;
  }

  void set(int slot, int at) {
    if (first[slot] == NONE) {
      add(slot, at);
    } else {
      place[first[slot]] = at;
    }
  }

  void remove(int slot) {
    first[slot] = NONE;
  }

  int first(int slot) {
    return first[slot];
  }

  int next(int entry) {
    return next[entry];
  }

  int place(int entry) {
    return place[entry];
  }

  /** A slot that holds a number instead of a chain. */
  void mark(int slot, int value) {
    first[slot] = value;
  }
}
