/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.connector.source.PartitionCursor.Step;
import io.tidewater.format.ledger.OffsetRange;
import org.junit.jupiter.api.Test;

class PartitionCursorTest {
  private final PartitionCursor cursor = new PartitionCursor();

  @Test
  void beginsWithTheFirstRecordUnlessItWasTold() {
    assertThat(cursor.position()).isEmpty();
    assertThat(cursor.look(7)).isEqualTo(Step.NEXT);
    cursor.pass(7);
    assertThat(cursor.position()).hasValue(8);
  }

  @Test
  void dropsABatchThatWasFetchedBeforeASeekAndAsksAgain() {
    cursor.seek(100);

    assertThat(cursor.look(5_000)).isEqualTo(Step.STALE);
    assertThat(cursor.look(5_001)).isEqualTo(Step.STALE);
    assertThat(cursor.endBatch()).hasValue(100);

    assertThat(cursor.look(100)).isEqualTo(Step.NEXT);
    cursor.pass(100);
    assertThat(cursor.position()).hasValue(101);
  }

  @Test
  void takesARecordThatIsExactlyTheTargetAtOnce() {
    cursor.seek(100);

    assertThat(cursor.look(100)).isEqualTo(Step.NEXT);
    cursor.pass(100);
    assertThat(cursor.endBatch()).isEmpty();
  }

  @Test
  void takesAGapOnlyOnceTheSeekHasSettled() {
    cursor.seek(100);
    assertThat(cursor.endBatch()).isEmpty();

    assertThat(cursor.look(103)).isEqualTo(Step.NEXT);
    assertThat(cursor.takeGap()).hasValue(new OffsetRange(100, 103));
    assertThat(cursor.takeGap()).isEmpty();
  }

  @Test
  void tellsOffsetsThatRunBackwards() {
    cursor.look(10);
    cursor.pass(10);

    assertThat(cursor.look(3)).isEqualTo(Step.BACKWARDS);
  }

  @Test
  void asksForWhatWasLeftForLater() {
    cursor.look(10);
    cursor.pass(10);

    cursor.leave(11);

    assertThat(cursor.look(12)).isEqualTo(Step.STALE);
    assertThat(cursor.endBatch()).hasValue(11);
    assertThat(cursor.look(11)).isEqualTo(Step.NEXT);
  }

  @Test
  void remembersWhereReadingBeganIfTheVeryFirstRecordIsLeft() {
    cursor.leave(42);

    assertThat(cursor.endBatch()).hasValue(42);
    assertThat(cursor.look(42)).isEqualTo(Step.NEXT);
  }

  @Test
  void doesNotPassARecordIfDealingWithItMadeSomebodySeek() {
    cursor.look(10);
    cursor.seek(4);
    cursor.pass(10);

    assertThat(cursor.position()).hasValue(4);
  }

  @Test
  void followsOffsetsThatWereFilteredBeforehandButNotDuringASeek() {
    cursor.look(10);
    cursor.pass(10);
    assertThat(cursor.consumedUpTo(15)).hasValue(new OffsetRange(11, 15));
    assertThat(cursor.position()).hasValue(15);

    cursor.seek(3);
    assertThat(cursor.consumedUpTo(20)).isEmpty();
    assertThat(cursor.position()).hasValue(3);
  }

  @Test
  void followsFilteredOffsetsOnceASeekWasCarriedOutThoughNoRecordCame() {
    cursor.seek(3);
    cursor.endBatch();
    cursor.consumedUpTo(20);
    assertThat(cursor.position()).as("may be from before the seek").hasValue(3);

    cursor.endBatch();
    cursor.consumedUpTo(20);
    assertThat(cursor.position()).hasValue(20);
  }
}
