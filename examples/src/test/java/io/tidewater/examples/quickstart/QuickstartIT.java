/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartIT {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final int SERVERS = 3;
  private static final int TERMINATED = 128 + 15;

  @TempDir private Path folder = Path.of("");

  @Test
  void bringsEveryOrderIntoTheTableOnceAndLeavesNothing() throws Exception {
    try (LaunchedQuickstart quickstart = start("20000")) {
      assertThat(quickstart.awaitExit(LONG)).as(quickstart.output()).isZero();

      assertThat(quickstart.output())
          .containsSubsequence(
              "Connector",
              "from shop.orders",
              "with_delivery",
              "(8 rows)",
              "\nrows=20000 missing=0 duplicates=0\n",
              "Try next");
      assertThat(quickstart.children()).hasSizeGreaterThanOrEqualTo(SERVERS);
      assertThat(quickstart.livingChildren()).isEmpty();
      assertThat(quickstart.leftovers()).isEmpty();
    }
  }

  @Test
  void clearsUpWhenItIsTerminated() throws Exception {
    try (LaunchedQuickstart quickstart = start("500000")) {
      assertThat(quickstart.awaitOutput("queryable ", LONG)).as(quickstart.output()).isTrue();

      quickstart.terminate();

      assertThat(quickstart.awaitExit(Duration.ofMinutes(1))).isEqualTo(TERMINATED);
      assertThat(quickstart.output()).contains("Stopping everything").doesNotContain("error:");
      assertThat(quickstart.livingChildren()).isEmpty();
      assertThat(quickstart.leftovers()).isEmpty();
    }
  }

  @Test
  void leavesNoServerBehindWhenItIsKilled() throws Exception {
    try (LaunchedQuickstart quickstart = start("500000")) {
      assertThat(quickstart.awaitOutput("queryable ", LONG)).as(quickstart.output()).isTrue();
      assertThat(quickstart.livingChildren()).hasSizeGreaterThanOrEqualTo(SERVERS);

      quickstart.kill();

      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(quickstart.livingChildren()).isEmpty());
    }
  }

  @Test
  void refusesAFolderThatIsInUse() throws Exception {
    try (LaunchedQuickstart quickstart =
        LaunchedQuickstart.start(folder, "--data", folder.toString())) {
      assertThat(quickstart.awaitExit(Duration.ofMinutes(1))).isEqualTo(2);
      assertThat(quickstart.output()).contains("error: --data", "is not empty");
    }
  }

  private LaunchedQuickstart start(String records) throws IOException {
    return LaunchedQuickstart.start(folder, "--records", records);
  }
}
