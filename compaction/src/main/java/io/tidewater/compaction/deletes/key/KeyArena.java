/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.key;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Deleted keys, each once and exactly, with the highest sequence number that deleted it; in no more
 * heap than it was given. Keys lie one behind the other in pages, and a table with open addressing
 * finds them.
 *
 * <p>One thread adds. Any number of threads may look keys up while none adds.
 */
public final class KeyArena {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int PAGE_BITS = 16;
  private static final int PAGE = 1 << PAGE_BITS;
  // An entry is a sequence number, a length, and the key.
  private static final int LENGTH_AT = Long.BYTES;
  private static final int KEY_AT = Long.BYTES + Integer.BYTES;
  // A slot is empty (0), or 24 bits of the hash before 40 bits of where the entry is, plus one.
  private static final int REFERENCE_BITS = 40;
  private static final long REFERENCE = (1L << REFERENCE_BITS) - 1;
  private static final int FEWEST_SLOTS = 1024;
  private static final double GROW_AT = 0.6;
  private static final double FULL_AT = 0.85;

  private final long budget;
  private long[] slots = new long[FEWEST_SLOTS];
  private byte[][] pages = new byte[16][];
  private int pageCount;
  private int page = -1;
  private int free = PAGE;
  private int size;
  private long pageBytes;

  /**
   * @param budget heap that it may take, in bytes
   */
  public KeyArena(long budget) {
    this.budget = budget;
  }

  /**
   * Adds a key, or raises the sequence number of one that is there.
   *
   * @return false if there is no room for it. An empty arena has room for any key.
   */
  public boolean add(KeyBuffer key, long sequenceNumber) {
    long hash = key.hash();
    int slot = find(key, hash);
    if (slots[slot] != 0) {
      raise(slots[slot], sequenceNumber);
      return true;
    }
    if (size >= slots.length * GROW_AT && grow()) {
      slot = find(key, hash);
    }
    if (size >= slots.length * FULL_AT || !makeRoom(KEY_AT + key.length())) {
      return false;
    }
    byte[] target = pages[page];
    LONGS.set(target, free, sequenceNumber);
    INTS.set(target, free + LENGTH_AT, key.length());
    key.copyTo(target, free + KEY_AT);
    slots[slot] = (hash & ~REFERENCE) | ((((long) page << PAGE_BITS) | free) + 1);
    free += KEY_AT + key.length();
    size++;
    return true;
  }

  /** The highest sequence number that a key was added with, or -1 if it was not. */
  public long sequenceNumber(KeyBuffer key) {
    long entry = slots[find(key, key.hash())];
    return entry == 0 ? -1 : (long) LONGS.get(pages[pageOf(entry)], offsetOf(entry));
  }

  /** Forgets all keys; what it has allocated is used again. */
  public void clear() {
    Arrays.fill(slots, 0);
    for (int i = 0; i < pageCount; i++) {
      if (pages[i].length != PAGE) {
        // Made for one long key.
        pageBytes -= pages[i].length - PAGE;
        pages[i] = new byte[PAGE];
      }
    }
    page = -1;
    free = PAGE;
    size = 0;
  }

  /** How many keys there are. */
  public int size() {
    return size;
  }

  /** Heap that it takes now, in bytes. */
  public long bytes() {
    return pageBytes + (long) slots.length * Long.BYTES;
  }

  private int find(KeyBuffer key, long hash) {
    int mask = slots.length - 1;
    int slot = (int) hash & mask;
    while (true) {
      long entry = slots[slot];
      if (entry == 0 || (((entry ^ hash) & ~REFERENCE) == 0 && isKey(entry, key))) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
  }

  private boolean isKey(long entry, KeyBuffer key) {
    byte[] in = pages[pageOf(entry)];
    int at = offsetOf(entry);
    return (int) INTS.get(in, at + LENGTH_AT) == key.length() && key.sameAs(in, at + KEY_AT);
  }

  private void raise(long entry, long sequenceNumber) {
    byte[] in = pages[pageOf(entry)];
    int at = offsetOf(entry);
    if ((long) LONGS.get(in, at) < sequenceNumber) {
      LONGS.set(in, at, sequenceNumber);
    }
  }

  private static int pageOf(long entry) {
    return (int) (((entry & REFERENCE) - 1) >>> PAGE_BITS);
  }

  private static int offsetOf(long entry) {
    return (int) ((entry & REFERENCE) - 1) & (PAGE - 1);
  }

  /** Doubles the slots. The old ones count until they are gone. */
  private boolean grow() {
    if (slots.length > 1 << 29 || bytes() + 2L * slots.length * Long.BYTES > budget) {
      return false;
    }
    long[] old = slots;
    slots = new long[2 * old.length];
    int mask = slots.length - 1;
    for (long entry : old) {
      if (entry != 0) {
        int slot = (int) hashOf(entry) & mask;
        while (slots[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        slots[slot] = entry;
      }
    }
    return true;
  }

  private long hashOf(long entry) {
    byte[] in = pages[pageOf(entry)];
    int at = offsetOf(entry);
    return KeyBuffer.hash(in, at + KEY_AT, (int) INTS.get(in, at + LENGTH_AT));
  }

  private boolean makeRoom(int bytes) {
    if (page >= 0 && pages[page].length - free >= bytes) {
      return true;
    }
    if (page + 1 < pageCount && bytes <= PAGE) {
      page++;
      free = 0;
      return true;
    }
    int wanted = Math.max(PAGE, bytes);
    if (size > 0 && bytes() + wanted > budget) {
      return false;
    }
    if (page + 1 < pageCount) {
      pageBytes -= pages[page + 1].length;
    } else {
      pageCount++;
    }
    if (pageCount > pages.length) {
      pages = Arrays.copyOf(pages, 2 * pages.length);
    }
    pages[++page] = new byte[wanted];
    pageBytes += wanted;
    free = 0;
    return true;
  }
}
