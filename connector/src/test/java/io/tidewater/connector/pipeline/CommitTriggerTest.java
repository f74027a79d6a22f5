/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.connector.config.Cadence;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CommitTriggerTest {
  private final CommitTrigger trigger =
      new CommitTrigger(
          new Cadence(Duration.ofSeconds(10), OptionalLong.of(1_000), OptionalLong.of(50)));

  @Test
  void isDueByTheAgeOfTheFirstWaitingRow() {
    assertThat(trigger.isDue(1, 1, 5_000, 14_999)).isFalse();
    assertThat(trigger.isDue(1, 1, 5_000, 15_000)).isTrue();
  }

  @Test
  void isDueByRecordsOrBytesBeforeThat() {
    assertThat(trigger.isDue(49, 999, 0, 1)).isFalse();
    assertThat(trigger.isDue(50, 1, 0, 1)).isTrue();
    assertThat(trigger.isDue(1, 1_000, 0, 1)).isTrue();
  }

  @Test
  void isNeverDueWithoutRows() {
    assertThat(trigger.isDue(0, 0, 0, Long.MAX_VALUE)).isFalse();
  }

  @Test
  void notesRowlessOffsetsMoreSeldom() {
    assertThat(trigger.isIdleDue(0, 99_999)).isFalse();
    assertThat(trigger.isIdleDue(0, 100_000)).isTrue();
  }

  @Test
  void notesRowlessOffsetsAtMostOnceAMinute() {
    CommitTrigger fast =
        new CommitTrigger(
            new Cadence(Duration.ofMillis(100), OptionalLong.empty(), OptionalLong.empty()));

    assertThat(fast.isIdleDue(0, 59_999)).isFalse();
    assertThat(fast.isIdleDue(0, 60_000)).isTrue();
  }

  @Test
  void looksAtQuietTablesMoreSeldomThanItCommits() {
    assertThat(trigger.isLookDue(0, 99_999)).isFalse();
    assertThat(trigger.isLookDue(0, 100_000)).isTrue();
  }

  @Test
  void looksAtQuietTablesAtMostEveryTenSeconds() {
    CommitTrigger fast =
        new CommitTrigger(
            new Cadence(Duration.ofMillis(100), OptionalLong.empty(), OptionalLong.empty()));

    assertThat(fast.isLookDue(0, 9_999)).isFalse();
    assertThat(fast.isLookDue(0, 10_000)).isTrue();
  }
}
