/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.value.ValueMismatchException;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonNumbersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0.0",
        "0e999",
        "0.1",
        "0.10",
        "0.10000000000000001",
        "0.1000000000000000055511151231257827021181583404541015625",
        "9007199254740992",
        "9007199254740994",
        "1e300",
        "5e-324",
        "4.9e-324",
        "4.9406564584124654e-324",
        "1.7976931348623157e308",
        "2.2250738585072014E-308"
      })
  void takesWhatADoublePrints(String digits) {
    assertThat(JsonNumbers.exactDouble(digits)).isEqualTo(Double.parseDouble(digits));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9007199254740993",
        "0.1000000000000000055511151231257828",
        "12345678901234567890.123",
        "1e309",
        "-1e999999999",
        "1e-325",
        "1e-999999999",
        "0e99999999999",
        "3e-324"
      })
  void refusesWhatADoubleWouldRound(String digits) {
    assertThatThrownBy(() -> JsonNumbers.exactDouble(digits))
        .isInstanceOf(ValueMismatchException.class);
  }

  @Test
  void takesEveryDoubleAsOthersPrintIt() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertThat(JsonNumbers.exactDouble(Double.toString(value))).isEqualTo(value);
        assertThat(JsonNumbers.exactDouble("%.16e".formatted(value))).isEqualTo(value);
        assertThat(JsonNumbers.exactDouble(new BigDecimal(value).toString())).isEqualTo(value);
      }
      float small = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(small)) {
        assertThat(JsonNumbers.exactFloat(Float.toString(small))).isEqualTo(small);
        assertThat(JsonNumbers.exactFloat(Double.toString(small))).isEqualTo(small);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "7.0", "70e-1", "0.7e1", "7.000e0"})
  void knowsWholeNumbersHoweverTheyAreWritten(String digits) {
    assertThat(JsonNumbers.wholeLong(digits)).isEqualTo(7);
  }

  @Test
  void holdsTheBoundsOfALong() {
    assertThat(JsonNumbers.wholeLong("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    assertThat(JsonNumbers.wholeLong("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    assertThat(JsonNumbers.wholeLong("-0")).isZero();
    assertThat(JsonNumbers.wholeLong("0e999999999")).isZero();
    assertThatThrownBy(() -> JsonNumbers.wholeLong("9223372036854775808"))
        .isInstanceOf(ValueMismatchException.class);
  }
}
