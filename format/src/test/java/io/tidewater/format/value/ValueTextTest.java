/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ValueTextTest {
  @Test
  void writesTimesWithAllDigitsOfTheirUnit() {
    assertThat(ValueText.timeMillis(0)).isEqualTo("00:00:00.000");
    assertThat(ValueText.timeMicros(86_399_999_999L)).isEqualTo("23:59:59.999999");
    assertThat(ValueText.timeNanos(1)).isEqualTo("00:00:00.000000001");
  }

  @Test
  void knowsTheEndOfADay() {
    assertThat(ValueText.timeMillis(86_400_000)).isEqualTo("24:00:00.000");
    assertThat(ValueText.timeNanos(86_400_000_000_000L)).isEqualTo("24:00:00.000000000");
  }

  @Test
  void refusesDurationsAsTimes() {
    assertThatThrownBy(() -> ValueText.timeMillis(-1)).isInstanceOf(ValueMismatchException.class);
    assertThatThrownBy(() -> ValueText.timeMicros(Long.MAX_VALUE))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining("24:00");
  }
}
