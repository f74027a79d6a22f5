/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import java.util.OptionalLong;

/**
 * Where to start reading one partition for one table. {@link #decide} is pure: the same ledger, log
 * and policy give the same start.
 */
public sealed interface Start {

  /**
   * Decides the start of a partition.
   *
   * @param source the partition
   * @param ledger the ledger of the table's branch head
   * @param log the partition as Kafka has it now
   * @param foreign who else wrote to the table
   */
  static Start decide(
      SourcePartition source,
      Ledger ledger,
      SourceLog log,
      ForeignRows foreign,
      StartPolicy policy) {
    TopicId known = ledger.topicId(source.topic());
    if (known.contradicts(log.topic())) {
      return policy.onTopicRecreated() == Loss.CONTINUE
          ? new At(log.start(), log.start(), Basis.succeeds(known))
          : new Refused(Refusal.TOPIC_RECREATED, recreated(source, known, log));
    }
    OptionalLong next = ledger.next(source);
    return next.isPresent()
        ? goOn(source, next.getAsLong(), log, policy)
        : begin(source, ledger, log, foreign, policy);
  }

  private static Start goOn(SourcePartition source, long next, SourceLog log, StartPolicy policy) {
    if (next > log.end()) {
      return new Refused(
          Refusal.OFFSETS_RAN_BACKWARDS,
          "the table holds "
              + source
              + " up to offset "
              + next
              + ", but its log ends at "
              + log.end()
              + ": the topic lost records that are in the table (unclean leader"
              + " election, restored or other cluster). To go on with the log's end, move the"
              + " table's offset there through the connector's offsets endpoint");
    }
    if (next < log.start()) {
      return policy.onLogTruncated() == Loss.CONTINUE
          ? new At(log.start(), next, Basis.CONTINUES)
          : new Refused(
              Refusal.LOG_TRUNCATED,
              "the table waits for offset "
                  + next
                  + " of "
                  + source
                  + ", but its log starts at "
                  + log.start()
                  + ": "
                  + (log.start() - next)
                  + " offsets were deleted before they"
                  + " were read. To go on without them set tidewater.on-log-truncated=continue");
    }
    return new At(next, next, Basis.CONTINUES);
  }

  private static Start begin(
      SourcePartition source,
      Ledger ledger,
      SourceLog log,
      ForeignRows foreign,
      StartPolicy policy) {
    return switch (policy.beginning()) {
      case EARLIEST -> new At(log.start(), log.start(), Basis.FIRST);
      case LATEST -> new At(log.end(), log.end(), Basis.FIRST);
      case GROUP -> new AtGroupPosition();
      case AUTO -> {
        if (!ledger.isEmpty() || foreign == ForeignRows.NONE) {
          yield new At(log.start(), log.start(), Basis.FIRST);
        }
        yield foreign == ForeignRows.APACHE_SINK
            ? new AtGroupPosition()
            : new Refused(
                Refusal.UNKNOWN_BEGINNING,
                "the table has snapshots of another writer and no ledger, so nothing says which"
                    + " offsets of "
                    + source
                    + " it holds. Set tidewater.start to earliest, latest"
                    + " or group");
      }
    };
  }

  private static String recreated(SourcePartition source, TopicId known, SourceLog log) {
    return "the table holds rows of a topic "
        + source.topic()
        + " with id "
        + known
        + ", but the topic of that name has id "
        + log.topic()
        + " now: it was deleted and created"
        + " anew, or belongs to another cluster. To append the new topic's records too, set"
        + " tidewater.on-topic-recreated=continue; for a fresh table, drop the old one";
  }

  /**
   * Read from an offset on.
   *
   * @param position the first offset to read
   * @param from the position that the first claim begins at: lower than {@code position} where a
   *     loss was accepted, so that the claim covers the gap
   * @param basis what that claim builds on
   */
  record At(long position, long from, Basis basis) implements Start {}

  /** Read from wherever the consumer group stands; the first claim is the partition's first. */
  record AtGroupPosition() implements Start {}

  /**
   * Do not read: going on would lose or repeat records.
   *
   * @param explanation what was found, and what an operator can do
   */
  record Refused(Refusal refusal, String explanation) implements Start {}

  /** Why a start is refused. */
  enum Refusal {
    TOPIC_RECREATED,
    LOG_TRUNCATED,
    OFFSETS_RAN_BACKWARDS,
    UNKNOWN_BEGINNING
  }
}
