/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

/**
 * Consumed positions {@code [from, to)} of one partition. Offsets that Kafka compacted away, or
 * that are transaction markers, are inside a range like any other.
 *
 * @param from the first position, inclusive
 * @param to the position after the last one
 */
public record OffsetRange(long from, long to) {
  public OffsetRange {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("not a range of offsets: [" + from + ", " + to + ")");
    }
  }

  public boolean isEmpty() {
    return from == to;
  }

  @Override
  public String toString() {
    return "[" + from + ", " + to + ")";
  }
}
