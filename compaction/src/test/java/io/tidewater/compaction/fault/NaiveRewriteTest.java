/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What {@link EveryStepTest} looks for is real: the library's own way fails it. */
class NaiveRewriteTest {
  private static final Chore NAIVE = new Chore("naive rewrite", new NaiveRewrite(), Map.of(), 1);
  private static final int SEEDS = 3;

  @Test
  void losesTheDeletesThatCameWhileItWorked() {
    List<String> lost = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      try (UpsertedOrders orders = new UpsertedOrders(3, seed)) {
        AtomicBoolean came = new AtomicBoolean();
        Fate fate =
            Fate.of(
                (step, what) -> {
                  if (what.startsWith("finish") && !came.getAndSet(true)) {
                    orders.sink().bury();
                    orders.sink().commit();
                  }
                });
        NAIVE.run(orders.handle(fate), orders.time(), seed);
        TableHealth.assertHolds(orders.table(), orders.sink(), "seed " + seed);
      } catch (AssertionError e) {
        lost.add(String.valueOf(e.getMessage()));
      } catch (RuntimeException e) {
        // Refused, as it should be.
      }
    }
    assertThat(lost).isNotEmpty().anyMatch(message -> message.contains("rows"));
  }
}
