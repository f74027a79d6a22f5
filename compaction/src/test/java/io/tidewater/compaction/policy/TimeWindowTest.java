/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeWindowTest {
  // 2026-11-21 is a Saturday.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          always                                  | 2026-11-21T12:00:00Z | true
          22:00-06:00 UTC                         | 2026-11-21T22:00:00Z | true
          22:00-06:00 UTC                         | 2026-11-21T05:59:59Z | true
          22:00-06:00 UTC                         | 2026-11-21T06:00:00Z | false
          22:00-06:00                             | 2026-11-21T12:00:00Z | false
          22:00-06:00 Europe/Berlin               | 2026-11-21T21:30:00Z | true
          22:00-06:00 Europe/Berlin               | 2026-11-21T05:30:00Z | false
          fri 22:00-06:00                         | 2026-11-21T01:00:00Z | true
          sat 22:00-06:00                         | 2026-11-21T01:00:00Z | false
          mon-fri 00:00-24:00                     | 2026-11-21T01:00:00Z | false
          sat-mon 00:00-24:00                     | 2026-11-22T23:59:59Z | true
          mon 01:00-02:00, sat 10:00-24:00        | 2026-11-21T23:00:00Z | true
          """)
  void knowsWhetherItIsOpen(String text, Instant now, boolean open) {
    assertThat(TimeWindow.parse(text).contains(now)).isEqualTo(open);
  }

  @Test
  void saysWhenItOpensNext() {
    Instant saturdayNoon = Instant.parse("2026-11-21T12:00:00Z");

    assertThat(TimeWindow.parse("mon-fri 20:00-24:00").opensAfter(saturdayNoon))
        .contains(Instant.parse("2026-11-23T20:00:00Z"));
    assertThat(TimeWindow.parse("mon 01:00-02:00, 13:00-14:00").opensAfter(saturdayNoon))
        .contains(Instant.parse("2026-11-21T13:00:00Z"));
    assertThat(TimeWindow.parse("sat 11:00-11:30").opensAfter(saturdayNoon))
        .contains(Instant.parse("2026-11-28T11:00:00Z"));
  }

  @Test
  void isClosedUntilItOpensAndOpenThen() {
    Random random = new Random(20261121);
    for (int run = 0; run < 2000; run++) {
      String text =
          "%02d:%02d-%02d:%02d Europe/Berlin"
              .formatted(
                  random.nextInt(24), random.nextInt(60), random.nextInt(24), random.nextInt(60));
      TimeWindow window = TimeWindow.parse(text);
      Instant now = Instant.ofEpochSecond(1_790_000_000L + random.nextInt(20_000_000));
      if (!window.contains(now)) {
        Instant opens = window.opensAfter(now).orElseThrow();
        assertThat(opens).as("%s after %s", text, now).isAfter(now);
        assertThat(window.contains(opens)).as("%s at %s", text, opens).isTrue();
        assertThat(window.contains(opens.minus(Duration.ofSeconds(1)))).as(text).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"22-06", "22:00-06:00 Mars/Olympus", "xyz 22:00-06:00", "25:00-26:00", "nightly"})
  void saysWhatWasExpected(String text) {
    assertThatThrownBy(() -> TimeWindow.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected times such as 22:00-06:00 UTC")
        .hasMessageContaining(text);
  }

  @Test
  void printsWhatItWasReadFrom() {
    assertThat(TimeWindow.parse("sat-sun 10:00-24:00 UTC, 01:00-02:00 Europe/Berlin"))
        .hasToString("sat+sun 10:00-24:00 UTC, 01:00-02:00 Europe/Berlin");
    assertThat(TimeWindow.ALWAYS).hasToString("always");
  }
}
