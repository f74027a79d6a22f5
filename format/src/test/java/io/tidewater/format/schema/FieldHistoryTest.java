/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldHistoryTest {
  @Test
  void readsWhatItWrites() {
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int number = 1; number <= 5_000; number++) {
      numbers.put(number, number + 100);
    }
    numbers.put(18_999, 3);
    FieldHistory history =
        new FieldHistory(
            OptionalInt.of(7),
            Map.of(3, List.of("total", "amount"), 12, List.of("Größe \"x\"")),
            Map.of("shop.Order", numbers, "shop.Order/17", Map.of(1, 40)));
    String json = history.toJson();
    assertThat(json)
        .isEqualTo(
            "{\"v\":1,\"schema-id\":7,"
                + "\"names\":{\"3\":[\"total\",\"amount\"],\"12\":[\"Größe \\\"x\\\"\"]},"
                + "\"numbers\":{\"shop.Order\":[[1,101,5000],[18999,3,1]],"
                + "\"shop.Order/17\":[[1,40,1]]}}");
    assertThat(FieldHistory.of(Map.of(FieldHistory.PROPERTY, json))).isEqualTo(history);
  }

  @Test
  void isEmptyWithoutTheProperty() {
    assertThat(FieldHistory.of(Map.of()).isEmpty()).isTrue();
    assertThat(FieldHistory.of(Map.of(FieldHistory.PROPERTY, "{\"v\":1}")).isEmpty()).isTrue();
  }

  @Test
  void passesOverMembersOfLaterReleases() {
    assertThat(FieldHistory.of(Map.of(FieldHistory.PROPERTY, "{\"v\":1,\"new\":{}}")))
        .isEqualTo(FieldHistory.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{}",
        "{\"v\":2}",
        "{\"v\":1,\"schema-id\":\"x\"}",
        "{\"v\":1,\"names\":{\"a\":[\"b\"]}}",
        "{\"v\":1,\"names\":{\"1\":[2]}}",
        "{\"v\":1,\"numbers\":{\"m\":[[1,2]]}}",
        "{\"v\":1,\"numbers\":{\"m\":[[1,2,2000000000]]}}",
        "{\"v\":1,\"numbers\":{\"m\":[[1,\"x\",1]]}}"
      })
  void saysWhatToDoAboutADamagedProperty(String text) {
    assertThatThrownBy(() -> FieldHistory.of(Map.of(FieldHistory.PROPERTY, text)))
        .isInstanceOf(MalformedHistoryException.class)
        .hasMessageContaining("tidewater.fields")
        .hasMessageContaining("put back its last good value");
  }

  @Test
  void knowsWhichSchemaIsOlder() {
    FieldHistory history = new FieldHistory(OptionalInt.of(5), Map.of(), Map.of());
    assertThat(history.isOlder(OptionalInt.of(4))).isTrue();
    assertThat(history.isOlder(OptionalInt.of(5))).isFalse();
    assertThat(history.isOlder(OptionalInt.empty())).as("nobody knows").isTrue();
    assertThat(FieldHistory.EMPTY.isOlder(OptionalInt.of(1))).isFalse();
  }
}
