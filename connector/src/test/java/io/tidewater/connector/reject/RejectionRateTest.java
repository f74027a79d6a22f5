/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.reject;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.connector.config.RejectionLimit;
import io.tidewater.format.ledger.SourcePartition;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RejectionRateTest {
  private static final RejectionLimit LIMIT = new RejectionLimit(20, 5, Duration.ofSeconds(100));
  private static final Rejection REJECTION =
      new Rejection("table shop.orders", new SourcePartition("orders", 3), 17, "no number");

  private final RejectionRate rate = new RejectionRate(LIMIT);

  @Test
  void bearsFewBadRecordsHoweverFewAreGood() {
    rejectTimes(4, 0);
    assertThatThrownBy(() -> rejectTimes(1, 0))
        .isInstanceOf(TooManyRejectionsException.class)
        .hasMessageContainingAll("5 of 5 records", "offset 17 of orders-3", "restart the task");
  }

  @Test
  void bearsManyAmongEnoughGoodOnes() {
    acceptTimes(400, 0);
    rejectTimes(100, 0);
    assertThatThrownBy(() -> rejectTimes(1, 0)).isInstanceOf(TooManyRejectionsException.class);
  }

  @Test
  void forgetsWhatIsOlderThanTheWindow() {
    rejectTimes(4, 0);
    assertThatCode(() -> rejectTimes(4, 100_000)).doesNotThrowAnyException();
    assertThatThrownBy(() -> rejectTimes(1, 150_000))
        .isInstanceOf(TooManyRejectionsException.class);
  }

  @Test
  void countsFromAClockThatBeginsAnywhere() {
    rejectTimes(4, -70_000);
    assertThatThrownBy(() -> rejectTimes(1, -60_000))
        .isInstanceOf(TooManyRejectionsException.class);
  }

  @Test
  void neverSuspendsAtAHundredPercent() {
    RejectionRate off = new RejectionRate(new RejectionLimit(100, 1, Duration.ofSeconds(1)));
    for (int times = 0; times < 100; times++) {
      off.rejected(0, REJECTION);
    }
  }

  private void rejectTimes(int times, long now) {
    for (int i = 0; i < times; i++) {
      rate.rejected(now, REJECTION);
    }
  }

  private void acceptTimes(int times, long now) {
    for (int i = 0; i < times; i++) {
      rate.accepted(now);
    }
  }
}
