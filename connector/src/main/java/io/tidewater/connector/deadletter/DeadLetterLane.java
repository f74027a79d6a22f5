/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.deadletter;

import io.tidewater.format.ledger.Basis;
import io.tidewater.format.ledger.ClaimedRange;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.OffsetRange;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.TopicId;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What a dead-letter table has of one partition: nothing from its ledger's next offset on, and
 * before that what its rows tell.
 */
final class DeadLetterLane {
  private final TopicId topic;
  private final NavigableSet<Long> there;
  private Basis basis;
  private long next;
  private long staged;
  private NavigableSet<Long> late = new TreeSet<>();

  private DeadLetterLane(TopicId topic, Basis basis, long next, NavigableSet<Long> there) {
    this.topic = topic;
    this.basis = basis;
    this.next = next;
    this.there = there;
  }

  /**
   * A lane by the ledger of the dead-letter table.
   *
   * @param topic id of the topic as it is now
   * @param there the offsets before the ledger's next that have a dead letter, from where the main
   *     table starts
   */
  static DeadLetterLane of(
      SourcePartition source, TopicId topic, Ledger ledger, NavigableSet<Long> there) {
    TopicId known = ledger.topicId(source.topic());
    if (known.contradicts(topic)) {
      return new DeadLetterLane(topic, Basis.succeeds(known), 0, new TreeSet<>());
    }
    return ledger.next(source).isEmpty()
        ? new DeadLetterLane(topic, Basis.FIRST, 0, new TreeSet<>())
        : new DeadLetterLane(
            topic, Basis.CONTINUES, ledger.next(source).getAsLong(), new TreeSet<>(there));
  }

  /** Whether a record has a dead letter already. */
  boolean has(long offset) {
    return offset < next && there.contains(offset);
  }

  /** Notes that a dead letter was written. */
  void took(long offset) {
    staged = offset + 1;
    if (offset < next) {
      late.add(offset);
    }
  }

  /** Whether dead letters were written that no claim covers yet. */
  boolean hasUnclaimed() {
    return staged > 0;
  }

  /**
   * Those of the unclaimed dead letters that the ledger is past: rejected in a second reading,
   * though not in the first, or gone from the table since.
   */
  NavigableSet<Long> late() {
    return late;
  }

  /** Claims what was written since the last claim, and goes on behind it. */
  ClaimedRange claim() {
    ClaimedRange claimed =
        new ClaimedRange(topic, new OffsetRange(next, Math.max(next, staged)), basis);
    next = claimed.range().to();
    basis = Basis.CONTINUES;
    staged = 0;
    there.addAll(late);
    late = new TreeSet<>();
    return claimed;
  }
}
