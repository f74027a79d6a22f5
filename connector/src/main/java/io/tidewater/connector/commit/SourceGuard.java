/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.commit;

import io.tidewater.connector.source.SourceCluster;
import io.tidewater.format.ledger.Claim;
import io.tidewater.format.ledger.ClaimedRange;
import io.tidewater.format.ledger.Loss;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.StartPolicy;
import io.tidewater.format.ledger.TopicId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Makes sure, after the records of a unit were read and before they are committed, that they came
 * from the topic that the claim names and that none was deleted unread. Topic ids are never used
 * again and log starts only grow, so a check afterwards speaks for the whole time before it.
 */
public final class SourceGuard {
  private final SourceCluster cluster;
  private final StartPolicy policy;

  public SourceGuard(SourceCluster cluster, StartPolicy policy) {
    this.cluster = cluster;
    this.policy = policy;
  }

  /** Returns why the unit must not be committed; empty if it may. */
  public Optional<CommitOutcome> objection(Unit unit) {
    return otherTopic(unit.claim()).or(() -> deletedUnread(unit));
  }

  private Optional<CommitOutcome> otherTopic(Claim claim) {
    TreeSet<String> topics = new TreeSet<>();
    claim.ranges().keySet().forEach(source -> topics.add(source.topic()));
    Map<String, TopicId> ids = cluster.topicIds(topics);
    for (Map.Entry<SourcePartition, ClaimedRange> entry : claim.ranges().entrySet()) {
      TopicId now = ids.getOrDefault(entry.getKey().topic(), TopicId.UNKNOWN);
      if (now.contradicts(entry.getValue().topic())) {
        // The start that follows decides, by policy, whether the new topic may be read.
        return Optional.of(
            new CommitOutcome.Fenced(
                "topic "
                    + entry.getKey().topic()
                    + " was deleted and created anew: its id was "
                    + entry.getValue().topic()
                    + " and is "
                    + now));
      }
    }
    return Optional.empty();
  }

  private Optional<CommitOutcome> deletedUnread(Unit unit) {
    if (unit.gaps().isEmpty() || policy.onLogTruncated() == Loss.CONTINUE) {
      return Optional.empty();
    }
    Map<SourcePartition, Long> starts = cluster.logStarts(unit.gaps().keySet());
    for (Map.Entry<SourcePartition, Long> gap : unit.gaps().entrySet()) {
      Long start = starts.get(gap.getKey());
      if (start != null && start > gap.getValue()) {
        return Optional.of(
            new CommitOutcome.Fenced(
                gap.getKey()
                    + " was read on past offset "
                    + gap.getValue()
                    + ", but its log starts at "
                    + start
                    + " now: records may have been deleted"
                    + " before they were read"));
      }
    }
    return Optional.empty();
  }
}
