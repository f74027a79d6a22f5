/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.connector.source.PartitionCursor.Step;
import org.junit.jupiter.api.Test;

class PartitionCursorTest {
  private final PartitionCursor cursor = new PartitionCursor();

  @Test
  void followsFilteredRecordsOnceASeekWasCarriedOut() {
    cursor.seek(0);
    cursor.endBatch();
    cursor.endBatch();

    cursor.consumedUpTo(5);

    assertThat(cursor.position()).hasValue(5);
  }

  @Test
  void ignoresWhatWasConsumedBeforeASeekIsCarriedOut() {
    cursor.look(9);
    cursor.pass(9);
    cursor.seek(3);

    cursor.consumedUpTo(10);
    cursor.endBatch();
    cursor.consumedUpTo(10);

    assertThat(cursor.position()).hasValue(3);
  }

  @Test
  void dropsTheStaleBatchThatFollowsASeek() {
    cursor.seek(3);

    assertThat(cursor.look(9)).isEqualTo(Step.STALE);
    assertThat(cursor.endBatch()).hasValue(3);
    assertThat(cursor.look(3)).isEqualTo(Step.NEXT);
  }

  @Test
  void takesARecordThatIsTheTargetOfASeekAtOnce() {
    cursor.seek(3);

    assertThat(cursor.look(3)).isEqualTo(Step.NEXT);
    cursor.pass(3);

    assertThat(cursor.position()).hasValue(4);
  }

  @Test
  void noticesOffsetsThatComeAgain() {
    cursor.look(4);
    cursor.pass(4);

    assertThat(cursor.look(2)).isEqualTo(Step.BACKWARDS);
  }

  @Test
  void tellsOfAGapOnce() {
    cursor.look(4);
    cursor.pass(4);
    cursor.look(8);

    assertThat(cursor.takeGap()).isPresent();
    assertThat(cursor.takeGap()).isEmpty();
  }
}
