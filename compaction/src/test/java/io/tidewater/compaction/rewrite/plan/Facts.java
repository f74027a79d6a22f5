/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.plan;

import io.tidewater.compaction.observe.DeleteFacts;
import io.tidewater.compaction.observe.LayoutFacts;
import io.tidewater.compaction.observe.PartitionFacts;
import io.tidewater.compaction.observe.SizeClasses;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** Partitions made up. */
final class Facts {
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  static final Instant LONG_AGO = Instant.EPOCH;

  private Facts() {}

  static SizeClasses sizes(List<Long> files) {
    return SizeClasses.ofFiles(files);
  }

  static PartitionFacts of(List<Long> files, Instant lastChange) {
    return new PartitionFacts(
        sizes(files), files.size() * 1000L, DeleteFacts.NONE, LayoutFacts.NONE, lastChange);
  }

  static PartitionFacts with(PartitionFacts facts, DeleteFacts deletes) {
    return new PartitionFacts(
        facts.sizes(), facts.records(), deletes, facts.layout(), facts.lastChange());
  }

  static PartitionFacts with(PartitionFacts facts, LayoutFacts layout) {
    return new PartitionFacts(
        facts.sizes(), facts.records(), facts.deletes(), layout, facts.lastChange());
  }

  static List<Long> files(int count, long size) {
    return Collections.nCopies(count, size);
  }
}
