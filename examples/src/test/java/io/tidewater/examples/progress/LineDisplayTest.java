/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LineDisplayTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final LineDisplay display =
      new LineDisplay(new PrintStream(written, true, StandardCharsets.UTF_8), now::get);

  @Test
  void writesALineNowAndThenAndOneAtTheEnd() {
    Progress progress = display.start("produced", 2_000);
    progress.reached(10);
    now.set(Instant.EPOCH.plusSeconds(4));
    progress.reached(20);
    now.set(Instant.EPOCH.plusSeconds(5));
    progress.reached(1_500);
    now.set(Instant.EPOCH.plusSeconds(7));
    progress.reached(2_000);
    progress.close();
    progress.close();

    assertThat(written.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "  produced   1,500 of 2,000 (75%) after 5.0 s",
            "  produced   2,000 of 2,000 (100%) after 7.0 s");
  }

  @Test
  void toleratesATotalOfNothing() {
    display.start("topic", 0).close();

    assertThat(written.toString(StandardCharsets.UTF_8)).contains("0 of 0 (100%)");
  }
}
