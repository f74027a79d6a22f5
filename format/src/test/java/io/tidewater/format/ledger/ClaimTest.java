/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClaimTest {
  private static final TopicId OLD = new TopicId("old");
  private static final TopicId ID = new TopicId("id");
  private static final SourcePartition ZERO = new SourcePartition("orders", 0);
  private static final SourcePartition ONE = new SourcePartition("orders", 1);
  private static final Ledger LEDGER = Ledger.EMPTY.with("orders", ID, Map.of(0, 100L, 1, 50L));

  @Test
  void acceptsTheRangesThatTheLedgerWaitsForAndCarriesTheOthersAlong() {
    Verdict verdict = decide(LEDGER, Map.of(ZERO, range(ID, 100, 120, Basis.CONTINUES)));

    assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    assertThat(verdict.ledger().next(ZERO)).hasValue(120);
    assertThat(verdict.ledger().next(ONE)).hasValue(50);
  }

  @Test
  void isAlreadyThereWhenTheLedgerIsPastAllRanges() {
    assertThat(
            decide(
                LEDGER,
                Map.of(
                    ZERO, range(ID, 80, 100, Basis.CONTINUES),
                    ONE, range(ID, 0, 50, Basis.FIRST))))
        .isInstanceOf(Verdict.AlreadyThere.class);
  }

  @Test
  void fencesAMixtureSinceFilesHoldRowsOfBoth() {
    Verdict verdict =
        decide(
            LEDGER,
            Map.of(
                ZERO, range(ID, 100, 120, Basis.CONTINUES),
                ONE, range(ID, 40, 50, Basis.CONTINUES)));

    assertThat(verdict).isInstanceOf(Verdict.Fenced.class);
    assertThat(((Verdict.Fenced) verdict).reason()).contains("orders-1", "[40, 50)", "next 50");
  }

  @Test
  void fencesOverlapsAndGaps() {
    assertThat(decide(LEDGER, Map.of(ZERO, range(ID, 90, 120, Basis.CONTINUES))))
        .isInstanceOf(Verdict.Fenced.class);
    assertThat(decide(LEDGER, Map.of(ZERO, range(ID, 101, 120, Basis.CONTINUES))))
        .isInstanceOf(Verdict.Fenced.class);
  }

  @Test
  void acceptsInASparseTableOnlyWhatIsNext() {
    Claim next = claim(Map.of(ZERO, range(ID, 100, 120, Basis.CONTINUES)));
    Claim there = claim(Map.of(ZERO, range(ID, 80, 100, Basis.CONTINUES)));
    Claim late = claim(Map.of(ZERO, range(ID, 100, 100, Basis.CONTINUES)));

    assertThat(next.decideSparse("uuid", LEDGER)).isInstanceOf(Verdict.Accepted.class);
    assertThat(there.decide("uuid", LEDGER)).isInstanceOf(Verdict.AlreadyThere.class);
    assertThat(there.decideSparse("uuid", LEDGER)).isInstanceOf(Verdict.Fenced.class);
    assertThat(late.decideSparse("uuid", LEDGER)).isInstanceOf(Verdict.Accepted.class);
    assertThat(next.decideSparse("another", LEDGER)).isInstanceOf(Verdict.Fenced.class);
  }

  private static Claim claim(Map<SourcePartition, ClaimedRange> ranges) {
    return new Claim("uuid", new TreeMap<>(ranges));
  }

  @Test
  void letsAnEmptyRangeAtThePositionGoEitherWay() {
    ClaimedRange nothing = range(ID, 50, 50, Basis.CONTINUES);

    assertThat(decide(LEDGER, Map.of(ZERO, range(ID, 100, 120, Basis.CONTINUES), ONE, nothing)))
        .isInstanceOf(Verdict.Accepted.class);
    assertThat(decide(LEDGER, Map.of(ZERO, range(ID, 90, 100, Basis.CONTINUES), ONE, nothing)))
        .isInstanceOf(Verdict.AlreadyThere.class);
  }

  @Test
  void fencesAFirstRangeOfAPartitionThatTheLedgerKnowsByNow() {
    assertThat(decide(LEDGER, Map.of(ZERO, range(ID, 100, 120, Basis.FIRST))))
        .isInstanceOf(Verdict.Fenced.class);
  }

  @Test
  void fencesAContinuationThatTheLedgerForgot() {
    assertThat(decide(Ledger.EMPTY, Map.of(ZERO, range(ID, 100, 120, Basis.CONTINUES))))
        .isInstanceOf(Verdict.Fenced.class);
    assertThat(decide(Ledger.EMPTY, Map.of(ZERO, range(ID, 0, 20, Basis.FIRST))))
        .isInstanceOf(Verdict.Accepted.class);
  }

  @Test
  void fencesRecordsOfAnotherTopicOfTheSameName() {
    assertThat(decide(LEDGER, Map.of(ZERO, range(OLD, 100, 120, Basis.CONTINUES))))
        .isInstanceOf(Verdict.Fenced.class);
  }

  @Test
  void letsATopicSucceedExactlyTheOneItWasAllowedToSucceed() {
    Ledger before = Ledger.EMPTY.with("orders", OLD, Map.of(0, 900L, 1, 900L));
    Verdict verdict = decide(before, Map.of(ZERO, range(ID, 0, 7, Basis.succeeds(OLD))));

    assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    assertThat(verdict.ledger().topicId("orders")).isEqualTo(ID);
    assertThat(verdict.ledger().next(ZERO)).hasValue(7);
    assertThat(verdict.ledger().next(ONE)).isEmpty();
    assertThat(decide(verdict.ledger(), Map.of(ONE, range(ID, 0, 3, Basis.succeeds(OLD)))))
        .isInstanceOf(Verdict.Accepted.class);
    assertThat(
            decide(before, Map.of(ZERO, range(ID, 0, 7, Basis.succeeds(new TopicId("another"))))))
        .isInstanceOf(Verdict.Fenced.class);
  }

  @Test
  void fencesAUnitOfATableThatWasReplaced() {
    Claim claim =
        new Claim("uuid", new TreeMap<>(Map.of(ZERO, range(ID, 100, 120, Basis.CONTINUES))));

    assertThat(claim.decide("other", LEDGER)).isInstanceOf(Verdict.Fenced.class);
  }

  @Test
  void adoptsTheIdOfATopicThatNobodyRecorded() {
    Ledger recovered = Ledger.EMPTY.with("orders", TopicId.UNKNOWN, Map.of(0, 100L));
    Verdict verdict = decide(recovered, Map.of(ZERO, range(ID, 100, 120, Basis.CONTINUES)));

    assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    assertThat(verdict.ledger().topicId("orders")).isEqualTo(ID);
  }

  private static ClaimedRange range(TopicId topic, long from, long to, Basis basis) {
    return new ClaimedRange(topic, new OffsetRange(from, to), basis);
  }

  private static Verdict decide(Ledger ledger, Map<SourcePartition, ClaimedRange> ranges) {
    return new Claim("uuid", new TreeMap<>(ranges)).decide("uuid", ledger);
  }
}
