/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import io.tidewater.format.ledger.ClaimedRange.Standing;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a unit asks of the ledger: that these ranges of these partitions become part of the table.
 *
 * @param tableUuid UUID of the table that the unit was staged for
 * @param ranges the claimed ranges; never empty
 */
public record Claim(String tableUuid, SortedMap<SourcePartition, ClaimedRange> ranges) {
  public Claim {
    Objects.requireNonNull(tableUuid, "tableUuid");
    if (ranges.isEmpty()) {
      throw new IllegalArgumentException("a claim without a range");
    }
    ranges = Collections.unmodifiableSortedMap(new TreeMap<>(ranges));
  }

  /**
   * Decides this claim on the ledger of the head that it would be committed on. The decision holds
   * only if the commit is a compare-and-swap from that same head.
   *
   * @param currentUuid UUID of the table as it is now
   * @param ledger the ledger of its branch head
   */
  public Verdict decide(String currentUuid, Ledger ledger) {
    if (!tableUuid.equals(currentUuid)) {
      return new Verdict.Fenced(ledger, "the table was replaced: staged for " + tableUuid);
    }
    boolean allNext = true;
    boolean allThere = true;
    for (Map.Entry<SourcePartition, ClaimedRange> entry : ranges.entrySet()) {
      Standing standing = entry.getValue().standing(entry.getKey(), ledger);
      allNext &= standing == Standing.NEXT || standing == Standing.NEUTRAL;
      allThere &= standing == Standing.THERE || standing == Standing.NEUTRAL;
    }
    if (allThere) {
      return new Verdict.AlreadyThere(ledger);
    }
    return allNext
        ? new Verdict.Accepted(advance(ledger))
        : new Verdict.Fenced(ledger, explain(ledger));
  }

  /**
   * Decides this claim for a table in which not every offset of a range has a row, such as one of
   * dead letters. There a ledger that is past the range does not tell what whoever moved it has
   * written, so only a unit whose every range is next may be committed.
   *
   * @param currentUuid UUID of the table as it is now
   * @param ledger the ledger of its branch head
   */
  public Verdict decideSparse(String currentUuid, Ledger ledger) {
    if (!tableUuid.equals(currentUuid)) {
      return new Verdict.Fenced(ledger, "the table was replaced: staged for " + tableUuid);
    }
    boolean allNext =
        ranges.entrySet().stream()
            .map(entry -> entry.getValue().standing(entry.getKey(), ledger))
            .allMatch(standing -> standing == Standing.NEXT || standing == Standing.NEUTRAL);
    return allNext
        ? new Verdict.Accepted(advance(ledger))
        : new Verdict.Fenced(ledger, explain(ledger));
  }

  private Ledger advance(Ledger ledger) {
    Ledger advanced = ledger;
    for (Map.Entry<SourcePartition, ClaimedRange> entry : ranges.entrySet()) {
      SourcePartition source = entry.getKey();
      ClaimedRange claimed = entry.getValue();
      if (advanced.topicId(source.topic()).contradicts(claimed.topic())) {
        advanced = advanced.without(source.topic());
      }
      advanced =
          advanced.with(
              source.topic(), claimed.topic(), Map.of(source.partition(), claimed.range().to()));
    }
    return advanced;
  }

  private String explain(Ledger ledger) {
    StringBuilder reasons = new StringBuilder();
    ranges.forEach(
        (source, claimed) -> {
          Standing standing = claimed.standing(source, ledger);
          if (standing != Standing.NEXT && standing != Standing.NEUTRAL) {
            reasons
                .append(reasons.isEmpty() ? "" : ", ")
                .append(source)
                .append(' ')
                .append(claimed.range())
                .append(' ')
                .append(standing)
                .append(" (ledger: ")
                .append(
                    ledger.next(source).isPresent()
                        ? "next " + ledger.next(source).getAsLong()
                        : "nothing")
                .append(')');
          }
        });
    return reasons.toString();
  }
}
