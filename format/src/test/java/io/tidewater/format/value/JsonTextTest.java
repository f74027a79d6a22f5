/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class JsonTextTest {
  private final JsonText json = new JsonText();

  @Test
  void writesEveryKindOfScalar() {
    assertThat(text(ValueVisitor::nullValue)).isEqualTo("null");
    assertThat(text(v -> v.booleanValue(true))).isEqualTo("true");
    assertThat(text(v -> v.intValue(-1))).isEqualTo("-1");
    assertThat(text(v -> v.longValue(Long.MAX_VALUE))).isEqualTo("9223372036854775807");
    assertThat(text(v -> v.floatValue(0.1f))).isEqualTo("0.1");
    assertThat(text(v -> v.doubleValue(Double.NaN))).isEqualTo("\"NaN\"");
    assertThat(text(v -> v.decimalValue(new BigDecimal("1.50")))).isEqualTo("1.50");
    assertThat(text(v -> v.stringValue("a\n\"b"))).isEqualTo("\"a\\n\\\"b\"");
    assertThat(text(v -> v.binaryValue(ByteBuffer.wrap(new byte[] {1, 2}, 1, 1))))
        .isEqualTo("\"Ag==\"");
    assertThat(text(v -> v.uuidValue(new UUID(0, 1))))
        .isEqualTo("\"00000000-0000-0000-0000-000000000001\"");
    assertThat(text(v -> v.dateValue(0))).isEqualTo("\"1970-01-01\"");
    assertThat(text(v -> v.timeValue(0))).isEqualTo("\"00:00:00.000000\"");
    assertThat(text(v -> v.timestampNanosValue(1))).isEqualTo("\"1970-01-01T00:00:00.000000001\"");
    assertThat(text(v -> v.timestamptzNanosValue(1)))
        .isEqualTo("\"1970-01-01T00:00:00.000000001Z\"");
    assertThat(text(v -> v.timestampValue(1))).isEqualTo("\"1970-01-01T00:00:00.000001\"");
    assertThat(text(v -> v.timestamptzValue(1))).isEqualTo("\"1970-01-01T00:00:00.000001Z\"");
  }

  @Test
  void nestsStructsListsAndMaps() {
    String text =
        text(
            v -> {
              v.startStruct();
              v.field(0, "map");
              v.startMap(2);
              v.intValue(7);
              v.startList(2);
              v.nullValue();
              v.startMap(0);
              v.endMap();
              v.endList();
              v.dateValue(1);
              v.nullValue();
              v.endMap();
              v.field(1, "after");
              v.booleanValue(false);
              v.endStruct();
            });
    assertThat(text).isEqualTo("{\"map\":{\"7\":[null,{}],\"1970-01-02\":null},\"after\":false}");
  }

  @Test
  void refusesNestedAndNullKeys() {
    assertThatThrownBy(() -> text(v -> mapOf(v, ValueVisitor::startStruct)))
        .isInstanceOf(ValueMismatchException.class);
    assertThatThrownBy(() -> text(v -> mapOf(v, ValueVisitor::nullValue)))
        .isInstanceOf(ValueMismatchException.class);
    assertThat(text(v -> v.intValue(1))).as("usable after a failure").isEqualTo("1");
  }

  @Test
  void stopsAtAThousandLevels() {
    assertThatThrownBy(
            () ->
                text(
                    v -> {
                      for (int i = 0; i < 1_000_000; i++) {
                        v.startList(1);
                      }
                    }))
        .isInstanceOf(ValueMismatchException.class);
  }

  private static void mapOf(ValueVisitor visitor, Consumer<ValueVisitor> key) {
    visitor.startMap(1);
    key.accept(visitor);
  }

  private String text(Consumer<ValueVisitor> value) {
    json.begin();
    value.accept(json);
    return json.finish();
  }
}
