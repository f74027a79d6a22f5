/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ByteBudgetTest {
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void neverLetsMoreThroughThanTheHourAllows() {
    Random random = new Random(7);
    long perHour = 3_600_000;
    ByteBudget budget = new ByteBudget(perHour, nanos::get);
    long spent = 0;
    while (nanos.get() < Duration.ofHours(10).toNanos()) {
      long bytes = random.nextInt(50_000);
      spent += bytes;
      nanos.addAndGet(budget.spend(bytes).toNanos() + random.nextInt(1000));
    }
    double hours = (double) nanos.get() / Duration.ofHours(1).toNanos();

    assertThat((double) spent).isBetween(perHour * hours * 0.97, perHour * (hours + 1 / 60.0));
  }

  @Test
  void letsAMinutesWorthThroughAtOnce() {
    ByteBudget budget = new ByteBudget(6_000, nanos::get);

    assertThat(budget.spend(100)).isZero();
    assertThat(budget.spend(100)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void withoutALimitNobodyWaits() {
    ByteBudget budget = new ByteBudget(0, nanos::get);

    assertThat(budget.spend(Long.MAX_VALUE / 2)).isZero();
    assertThat(budget.spend(Long.MAX_VALUE / 2)).isZero();
  }
}
