/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.journal;

import io.tidewater.compaction.task.Estimate;
import io.tidewater.compaction.task.Finding;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What one kind of maintenance thought of a table when it looked last.
 *
 * @param planned what the tasks that it planned cost and bring, together
 * @param findings the first of them, if there were very many
 * @param omitted how many findings are not kept
 */
public record KindNotes(
    Instant looked, int tasks, Estimate planned, List<Finding> findings, int omitted) {
  private static final int MOST_FINDINGS = 50;

  public KindNotes {
    findings = List.copyOf(findings);
  }

  /** Keeps what there is room for, first of all what was decided to be done. */
  public static KindNotes of(Instant looked, int tasks, Estimate planned, List<Finding> findings) {
    List<Finding> kept =
        findings.stream()
            .sorted(Comparator.comparing(finding -> rank(finding.decision())))
            .limit(MOST_FINDINGS)
            .toList();
    return new KindNotes(looked, tasks, planned, kept, findings.size() - kept.size());
  }

  private static int rank(Finding.Decision decision) {
    return switch (decision) {
      case NEEDS_PERSON -> 0;
      case DO -> 1;
      case WAIT -> 2;
      case SKIP -> 3;
    };
  }
}
