/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.offsets;

import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.longlong.PeekableLongIterator;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/**
 * A set of offsets of one partition, as a compressed bitmap: a hundred million neighbours take
 * about 12 MB. Not safe for several threads.
 */
public final class OffsetSet {
  private final Roaring64Bitmap bits;

  public OffsetSet() {
    this(new Roaring64Bitmap());
  }

  private OffsetSet(Roaring64Bitmap bits) {
    this.bits = bits;
  }

  /** The offsets from {@code from} up to, not including, {@code to}. */
  public static OffsetSet range(long from, long to) {
    OffsetSet range = new OffsetSet();
    if (from < to) {
      range.bits.addRange(from, to);
    }
    return range;
  }

  /**
   * Adds an offset.
   *
   * @return whether it was new
   */
  public boolean add(long offset) {
    if (bits.contains(offset)) {
      return false;
    }
    bits.addLong(offset);
    return true;
  }

  public boolean contains(long offset) {
    return bits.contains(offset);
  }

  public long size() {
    return bits.getLongCardinality();
  }

  public boolean isEmpty() {
    return bits.isEmpty();
  }

  /** The largest offset, or -1 in an empty set. */
  public long last() {
    return bits.isEmpty() ? -1 : bits.last();
  }

  /** A new set: the offsets of this one that are not in the other. */
  public OffsetSet minus(OffsetSet other) {
    Roaring64Bitmap rest = bits.clone();
    rest.andNot(other.bits);
    return new OffsetSet(rest);
  }

  /** A new set: the offsets that are in both. */
  public OffsetSet and(OffsetSet other) {
    Roaring64Bitmap both = bits.clone();
    both.and(other.bits);
    return new OffsetSet(both);
  }

  /** A new set: the offsets of this one from {@code from} up to, not including, {@code to}. */
  public OffsetSet within(long from, long to) {
    return and(range(from, to));
  }

  /** The lowest runs of neighbouring offsets, at most {@code limit} of them. */
  List<OffsetRun> firstRuns(int limit) {
    List<OffsetRun> runs = new ArrayList<>(limit);
    PeekableLongIterator offsets = bits.getLongIterator();
    while (offsets.hasNext() && runs.size() < limit) {
      long first = offsets.next();
      long last = first;
      while (offsets.hasNext() && offsets.peekNext() == last + 1) {
        last = offsets.next();
      }
      runs.add(new OffsetRun(first, last));
    }
    return runs;
  }
}
