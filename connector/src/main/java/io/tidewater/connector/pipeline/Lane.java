/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.format.ledger.Basis;
import io.tidewater.format.ledger.ClaimedRange;
import io.tidewater.format.ledger.OffsetRange;
import io.tidewater.format.ledger.TopicId;
import java.util.OptionalLong;

/** How far one table has come with one partition: what is claimed next begins at {@code from}. */
final class Lane {
  private static final long NO_GAP = Long.MAX_VALUE;

  private final TopicId topic;
  private Basis basis;
  private long from;
  private long to;
  private boolean rows;
  private long lowestGap = NO_GAP;

  /**
   * @param from where the next claim begins
   * @param position the first offset that the table takes; what comes before it is there already
   */
  Lane(TopicId topic, Basis basis, long from, long position) {
    this.topic = topic;
    this.basis = basis;
    this.from = from;
    this.to = position;
  }

  /** Whether the table still waits for an offset. */
  boolean waitsFor(long offset) {
    return offset >= to;
  }

  /** Notes that a record was written to the table. */
  void took(long offset) {
    to = offset + 1;
    rows = true;
  }

  /** Notes that offsets were consumed, though they brought the table nothing. */
  void passed(long position) {
    to = Math.max(to, position);
  }

  /** Notes that the offsets of a range were missing. */
  void missed(OffsetRange gap) {
    if (gap.to() > from) {
      lowestGap = Math.min(lowestGap, Math.max(from, gap.from()));
    }
  }

  /** Whether the ledger stands where it should once all claims so far have landed. */
  boolean agreesWith(OptionalLong next) {
    if (basis instanceof Basis.Succeeds) {
      // It may speak of the earlier topic still; the first claim will find out.
      return true;
    }
    return basis instanceof Basis.First
        ? next.isEmpty()
        : next.isPresent() && next.getAsLong() == from;
  }

  /** Whether offsets were consumed that no claim covers yet. */
  boolean hasUnclaimed() {
    return to > from;
  }

  /** The first offset that may not be in the table, given the position of the partition. */
  long safeUpTo(long position) {
    return rows ? from : position;
  }

  /** Whether offsets were missing since the last claim; then {@link #lowestGap} says where. */
  boolean hasGap() {
    return lowestGap != NO_GAP;
  }

  long lowestGap() {
    return lowestGap;
  }

  /** Claims what was consumed since the last claim, and goes on behind it. */
  ClaimedRange claim() {
    ClaimedRange claimed = new ClaimedRange(topic, new OffsetRange(from, to), basis);
    basis = Basis.CONTINUES;
    from = to;
    rows = false;
    lowestGap = NO_GAP;
    return claimed;
  }
}
