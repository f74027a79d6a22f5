/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.ledger.Basis;
import io.tidewater.format.ledger.Claim;
import io.tidewater.format.ledger.ClaimedRange;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.OffsetRange;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.TopicId;
import io.tidewater.format.ledger.Verdict;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DeadLetterUnitTest {
  private static final TopicId ID = new TopicId("id");
  private static final SourcePartition ZERO = new SourcePartition("orders", 0);
  private static final Ledger LEDGER = Ledger.EMPTY.with("orders", ID, Map.of(0, 100L));

  @Test
  void isAcceptedWhereTheLedgerStandsAsItWasStagedFor() {
    assertThat(decide(unit(100, 120), Map.of())).isInstanceOf(Verdict.Accepted.class);
  }

  @Test
  void isFencedWhereTheLedgerIsPastItSinceThatDoesNotTellWhatIsThere() {
    assertThat(decide(unit(80, 90), Map.of())).isInstanceOf(Verdict.Fenced.class);
    assertThat(decide(unit(90, 120), Map.of())).isInstanceOf(Verdict.Fenced.class);
  }

  @Test
  void addsALateOneWithoutMovingTheLedger() {
    Verdict verdict = decide(unit(100, 100, 42L), Map.of());

    assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    assertThat(verdict.ledger()).isEqualTo(LEDGER);
  }

  @Test
  void isFencedIfALateOneCameMeanwhile() {
    assertThat(decide(unit(100, 120, 42L), Map.of(ZERO, new TreeSet<>(List.of(42L)))))
        .isInstanceOf(Verdict.Fenced.class);
  }

  private static Verdict decide(
      DeadLetterUnit unit, Map<SourcePartition, NavigableSet<Long>> there) {
    return unit.decide("uuid", LEDGER, () -> there);
  }

  private static DeadLetterUnit unit(long from, long to, Long... late) {
    Claim claim =
        new Claim(
            "uuid",
            new TreeMap<>(
                Map.of(ZERO, new ClaimedRange(ID, new OffsetRange(from, to), Basis.CONTINUES))));
    Unit unit = new Unit("id", claim, new Changes(List.of(), List.of()), Map.of(), 0);
    return new DeadLetterUnit(
        unit, late.length == 0 ? Map.of() : Map.of(ZERO, new TreeSet<>(List.of(late))));
  }
}
