/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.Unit;
import io.tidewater.format.ledger.SourcePartition;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Up to where the records of each partition are in one table for sure. */
final class SafePositions {
  private final Staging staging;
  private final CommitQueue commits;

  /** Where partitions must be read again from, since what was staged of them was dropped. */
  private final Map<SourcePartition, Long> owed = new HashMap<>();

  SafePositions(Staging staging, CommitQueue commits) {
    this.staging = staging;
    this.commits = commits;
  }

  /** The highest position before which all records are in the table, or -1 if nobody knows. */
  long upTo(SourcePartition source, long position) {
    long staged = Math.min(position, owed.getOrDefault(source, staging.safeUpTo(source, position)));
    return Math.min(staged, commits.firstPending(source).orElse(Long.MAX_VALUE));
  }

  /** Notes that what is staged of partitions is about to be dropped. */
  void dropping(Collection<SourcePartition> sources) {
    sources.forEach(source -> owed.put(source, upTo(source, Long.MAX_VALUE)));
  }

  /** Notes that a unit was fenced off, and its records with it. */
  void fenced(Unit unit) {
    unit.claim().ranges().forEach((source, claimed) -> owed.put(source, claimed.range().from()));
  }

  /** Notes that a partition is read from its ledger's position again. */
  void started(SourcePartition source) {
    owed.remove(source);
  }

  void end(Collection<SourcePartition> sources) {
    owed.keySet().removeAll(sources);
  }
}
