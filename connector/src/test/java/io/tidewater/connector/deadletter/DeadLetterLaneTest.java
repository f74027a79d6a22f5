/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.ledger.Basis;
import io.tidewater.format.ledger.ClaimedRange;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.OffsetRange;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.TopicId;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DeadLetterLaneTest {
  private static final TopicId ID = new TopicId("id");
  private static final SourcePartition ZERO = new SourcePartition("orders", 0);
  private static final Ledger LEDGER = Ledger.EMPTY.with("orders", ID, Map.of(0, 100L));

  @Test
  void goesOnWhereItsOwnLedgerEndedAndEndsBehindTheLastLetter() {
    DeadLetterLane lane = lane(LEDGER, ID);
    lane.took(130);
    lane.took(140);

    assertThat(lane.claim())
        .isEqualTo(new ClaimedRange(ID, new OffsetRange(100, 141), Basis.CONTINUES));
    assertThat(lane.hasUnclaimed()).isFalse();
    lane.took(150);
    assertThat(lane.claim().range()).isEqualTo(new OffsetRange(141, 151));
  }

  @Test
  void isFirstWhereTheLedgerDoesNotKnowThePartition() {
    DeadLetterLane lane = lane(Ledger.EMPTY, ID);
    lane.took(7);

    assertThat(lane.late()).isEmpty();
    assertThat(lane.claim()).isEqualTo(new ClaimedRange(ID, new OffsetRange(0, 8), Basis.FIRST));
  }

  @Test
  void succeedsTheTopicThatTheLedgerKnew() {
    TopicId anew = new TopicId("anew");
    DeadLetterLane lane = lane(LEDGER, anew);
    lane.took(5);

    assertThat(lane.has(40)).isFalse();
    assertThat(lane.claim().basis()).isEqualTo(Basis.succeeds(ID));
  }

  @Test
  void knowsWhichLettersAreThereAndTakesOthersLate() {
    DeadLetterLane lane = lane(LEDGER, ID);

    assertThat(lane.has(40)).isTrue();
    assertThat(lane.has(41)).isFalse();
    lane.took(41);
    assertThat(lane.late()).containsExactly(41L);
    assertThat(lane.claim().range()).isEqualTo(new OffsetRange(100, 100));
    assertThat(lane.has(41)).isTrue();
    assertThat(lane.late()).isEmpty();
  }

  private static DeadLetterLane lane(Ledger ledger, TopicId id) {
    return DeadLetterLane.of(ZERO, id, ledger, new TreeSet<>(List.of(40L)));
  }
}
