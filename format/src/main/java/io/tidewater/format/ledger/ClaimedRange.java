/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import java.util.Objects;

/**
 * A unit's claim on one source partition.
 *
 * @param topic id of the topic that the records were consumed from
 * @param range the consumed positions
 * @param basis what the ledger said when the range was begun
 */
public record ClaimedRange(TopicId topic, OffsetRange range, Basis basis) {
  public ClaimedRange {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(basis, "basis");
  }

  /** How this claim stands to a ledger, by the rules of {@link Claim#decide}. */
  Standing standing(SourcePartition source, Ledger ledger) {
    TopicId known = ledger.topicId(source.topic());
    if (known.contradicts(topic)) {
      return basis.equals(Basis.succeeds(known)) ? Standing.NEXT : Standing.OTHER_TOPIC;
    }
    if (ledger.next(source).isEmpty()) {
      return basis instanceof Basis.Continues ? Standing.FORGOTTEN : Standing.NEXT;
    }
    long next = ledger.next(source).getAsLong();
    if (range.isEmpty() && range.from() == next) {
      return Standing.NEUTRAL;
    }
    if (range.to() <= next) {
      return Standing.THERE;
    }
    return basis instanceof Basis.Continues && range.from() == next
        ? Standing.NEXT
        : Standing.OVERTAKEN;
  }

  /** The standing of one claimed range. */
  enum Standing {
    /** The ledger waits for exactly this range. */
    NEXT,
    /** The ledger is past this range: its rows are in the table. */
    THERE,
    /** An empty range at the ledger's position: right either way. */
    NEUTRAL,
    /** Another committer moved the partition, or the table was rolled back. */
    OVERTAKEN,
    /** The ledger no longer knows the partition that the range went on from. */
    FORGOTTEN,
    /** The ledger speaks of another topic of the same name. */
    OTHER_TOPIC
  }
}
