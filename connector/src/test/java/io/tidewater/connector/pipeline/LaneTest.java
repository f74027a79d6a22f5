/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.ledger.Basis;
import io.tidewater.format.ledger.ClaimedRange;
import io.tidewater.format.ledger.OffsetRange;
import io.tidewater.format.ledger.TopicId;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LaneTest {
  private static final TopicId TOPIC = new TopicId("topic");

  @Test
  void claimsWhatItTookAndPassedThenGoesOnBehindIt() {
    Lane lane = new Lane(TOPIC, Basis.FIRST, 10, 10);
    lane.took(12);
    lane.passed(20);

    assertThat(lane.claim())
        .isEqualTo(new ClaimedRange(TOPIC, new OffsetRange(10, 20), Basis.FIRST));
    lane.took(20);
    assertThat(lane.claim())
        .isEqualTo(new ClaimedRange(TOPIC, new OffsetRange(20, 21), Basis.CONTINUES));
  }

  @Test
  void waitsOnlyForWhatItHasNotGot() {
    Lane lane = new Lane(TOPIC, Basis.CONTINUES, 10, 15);

    assertThat(lane.waitsFor(14)).isFalse();
    assertThat(lane.waitsFor(15)).isTrue();
  }

  @Test
  void coversAnAcceptedLossWithItsFirstClaim() {
    Lane lane = new Lane(TOPIC, Basis.CONTINUES, 10, 100);
    lane.took(100);

    assertThat(lane.claim().range()).isEqualTo(new OffsetRange(10, 101));
  }

  @Test
  void isSafeUpToItsFirstWaitingRow() {
    Lane lane = new Lane(TOPIC, Basis.CONTINUES, 10, 10);
    assertThat(lane.safeUpTo(50)).isEqualTo(50);
    lane.took(30);
    assertThat(lane.safeUpTo(50)).isEqualTo(10);
    lane.claim();
    assertThat(lane.safeUpTo(50)).isEqualTo(50);
  }

  @Test
  void remembersTheLowestGapUntilItIsClaimed() {
    Lane lane = new Lane(TOPIC, Basis.CONTINUES, 10, 10);
    lane.missed(new OffsetRange(40, 41));
    lane.missed(new OffsetRange(20, 25));
    lane.missed(new OffsetRange(5, 10));
    assertThat(lane.hasGap()).isTrue();
    assertThat(lane.lowestGap()).isEqualTo(20);
    lane.passed(50);
    lane.claim();
    assertThat(lane.hasGap()).isFalse();
  }

  /** Another table of the same partition needed earlier offsets, so the gap began before these. */
  @Test
  void findsTheGapThatBeginsBeforeItsOwnPosition() {
    Lane lane = new Lane(TOPIC, Basis.CONTINUES, 100, 100);
    lane.missed(new OffsetRange(80, 110));

    assertThat(lane.lowestGap()).isEqualTo(100);
  }

  @Test
  void agreesWithALedgerThatStandsWhereItsClaimsEnd() {
    Lane lane = new Lane(TOPIC, Basis.CONTINUES, 100, 100);
    lane.took(100);
    lane.claim();

    assertThat(lane.agreesWith(OptionalLong.of(101))).isTrue();
    assertThat(lane.agreesWith(OptionalLong.of(100))).isFalse();
    assertThat(lane.agreesWith(OptionalLong.empty())).isFalse();
  }

  @Test
  void agreesWithALedgerThatDoesNotKnowItsPartitionYet() {
    Lane lane = new Lane(TOPIC, Basis.FIRST, 0, 0);

    assertThat(lane.agreesWith(OptionalLong.empty())).isTrue();
    assertThat(lane.agreesWith(OptionalLong.of(7))).isFalse();
  }

  @Test
  void agreesWithALedgerThatStillSpeaksOfTheTopicItSucceeds() {
    Lane lane = new Lane(TOPIC, Basis.succeeds(new TopicId("earlier")), 0, 0);

    assertThat(lane.agreesWith(OptionalLong.of(7))).isTrue();
  }
}
