/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PatienceTest {
  @Test
  void looksUntilThereIsAnAnswer() {
    Iterator<Optional<String>> looks =
        List.of(Optional.<String>empty(), Optional.<String>empty(), Optional.of("high")).iterator();
    Patience patience = new Patience(Duration.ofMinutes(1), Duration.ofMillis(1));

    assertThat(patience.<String>until(looks::next, IllegalStateException::new)).isEqualTo("high");
    assertThat(looks).isExhausted();
  }

  @Test
  void looksOnceMoreBeforeItGivesUp() {
    Patience none = new Patience(Duration.ZERO, Duration.ofMillis(1));

    assertThat(none.until(() -> Optional.of("high"), IllegalStateException::new)).isEqualTo("high");
    assertThatThrownBy(() -> none.until(Optional::empty, () -> new ServerException("no tide")))
        .isInstanceOf(ServerException.class)
        .hasMessage("no tide");
  }
}
