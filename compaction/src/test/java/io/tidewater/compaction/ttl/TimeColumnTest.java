/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.ttl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.compaction.policy.Policy;
import java.time.Instant;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.expressions.Evaluator;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeColumnTest {
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.optional(1, "date", Types.DateType.get()),
          Types.NestedField.optional(2, "zoned", Types.TimestampType.withZone()),
          Types.NestedField.optional(3, "plain", Types.TimestampType.withoutZone()),
          Types.NestedField.optional(4, "nano", Types.TimestampNanoType.withZone()),
          Types.NestedField.optional(5, "long", Types.LongType.get()),
          Types.NestedField.optional(6, "int", Types.IntegerType.get()),
          Types.NestedField.optional(7, "text", Types.StringType.get()));

  private static TimeColumn column(String name, String unit) {
    return TimeColumn.of(
        SCHEMA, Policy.DEFAULTS.with(Map.of("ttl.column", name, "ttl.unit", unit), "test"));
  }

  @ParameterizedTest
  @CsvSource({
    "date, days, 1970-01-03T23:59:59.999Z, 2",
    "date, days, 1969-12-31T12:00:00Z, -1",
    "zoned, days, 1970-01-01T00:00:01Z, 1000000",
    "plain, days, 1970-01-01T00:00:01Z, 1000000",
    "nano, days, 1970-01-01T00:00:01Z, 1000000000",
    "long, seconds, 1970-01-01T00:00:01.999Z, 1",
    "long, milliseconds, 1970-01-01T00:00:01.999Z, 1999",
    "long, microseconds, 1970-01-01T00:00:01Z, 1000000",
    "long, nanoseconds, 1970-01-01T00:00:01Z, 1000000000",
    "int, days, 1970-01-11T01:00:00Z, 10",
    "int, seconds, 1970-01-01T00:01:00Z, 60",
  })
  void countsAsTheColumnDoes(String name, String unit, Instant instant, long expected) {
    TimeColumn column = column(name, unit);

    assertThat(column.value(instant)).isEqualTo(expected);
    assertThat(new Evaluator(SCHEMA.asStruct(), column.before(instant))).isNotNull();
  }

  @Test
  void refusesAColumnThatTellsNoTime() {
    assertThatThrownBy(() -> column("text", "days"))
        .hasMessageContaining("ttl.column (test)")
        .hasMessageContaining("string");
    assertThatThrownBy(() -> column("nowhere", "days")).hasMessageContaining("nowhere");
  }
}
