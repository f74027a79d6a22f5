/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.plan;

import io.tidewater.compaction.observe.Partition;
import io.tidewater.compaction.task.Estimate;
import io.tidewater.compaction.task.Finding.Decision;
import java.util.Set;

/**
 * What was decided about a partition.
 *
 * @param decision to do it, to wait, or to leave it
 * @param reason a sentence with the numbers
 * @param triggers what is to be rewritten; none unless it is to be done
 * @param smallBelow files of fewer bytes are rewritten for being small
 */
public record Verdict(
    Partition partition,
    Decision decision,
    String reason,
    Set<Trigger> triggers,
    long smallBelow,
    Estimate estimate) {
  public Verdict {
    triggers = Set.copyOf(triggers);
  }

  static Verdict none(Partition partition, Decision decision, String reason) {
    return new Verdict(partition, decision, reason, Set.of(), 0, Estimate.NEGLIGIBLE);
  }
}
