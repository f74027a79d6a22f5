/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class LimitsTest {
  @Test
  void nowLimitsNothing() {
    assertThat(Limits.parse("now").ends()).isEmpty();
  }

  @Test
  void readsAnEndForEachPartition() {
    assertThat(Limits.parse("0:100,12:9000000000").ends())
        .isEqualTo(Map.of(0, 100L, 12, 9_000_000_000L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "then", "0", "0:", "0:1:2", "-1:4", "0:-4", "0:1,", "0=5"})
  void refusesAnythingElseWithAnExample(String text) {
    assertThatThrownBy(() -> Limits.parse(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("0:1000,1:980");
  }
}
