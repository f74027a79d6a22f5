/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.value.ValueMismatchException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.BinaryType;
import org.apache.iceberg.types.Types.BooleanType;
import org.apache.iceberg.types.Types.DateType;
import org.apache.iceberg.types.Types.DecimalType;
import org.apache.iceberg.types.Types.DoubleType;
import org.apache.iceberg.types.Types.IntegerType;
import org.apache.iceberg.types.Types.LongType;
import org.apache.iceberg.types.Types.StringType;
import org.apache.iceberg.types.Types.TimestampType;
import org.apache.iceberg.types.Types.UUIDType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CastTest {
  private static final UUID ID = new UUID(1, 2);

  static Arguments[] kept() {
    return new Arguments[] {
      Arguments.of(LongType.get(), 10L, StringType.get(), "10"),
      Arguments.of(BooleanType.get(), true, StringType.get(), "true"),
      Arguments.of(StringType.get(), "10", LongType.get(), 10L),
      Arguments.of(LongType.get(), 1L << 40, DoubleType.get(), (double) (1L << 40)),
      Arguments.of(IntegerType.get(), 7, DecimalType.of(9, 2), new BigDecimal("7.00")),
      Arguments.of(UUIDType.get(), ID, StringType.get(), ID.toString()),
      Arguments.of(DateType.get(), LocalDate.of(2026, 11, 21), StringType.get(), "2026-11-21"),
      Arguments.of(
          StringType.get(),
          "2026-11-21T10:00:00",
          TimestampType.withoutZone(),
          LocalDateTime.of(2026, 11, 21, 10, 0)),
      Arguments.of(
          StringType.get(),
          "2026-11-21T10:00:00Z",
          TimestampType.withZone(),
          OffsetDateTime.parse("2026-11-21T10:00:00Z")),
      Arguments.of(
          StringType.get(),
          "é",
          BinaryType.get(),
          ByteBuffer.wrap("é".getBytes(StandardCharsets.UTF_8))),
    };
  }

  @ParameterizedTest
  @MethodSource("kept")
  void keepsWhatTheOtherTypeCanHold(Type from, Object value, Type to, Object expected) {
    assertThat(new Cast(from, to).apply(value)).isEqualTo(expected);
  }

  static Arguments[] lost() {
    return new Arguments[] {
      Arguments.of(StringType.get(), "ten", LongType.get()),
      Arguments.of(StringType.get(), "1.5", LongType.get()),
      Arguments.of(LongType.get(), (1L << 53) + 1, DoubleType.get()),
      Arguments.of(LongType.get(), 1L << 40, IntegerType.get()),
      Arguments.of(DecimalType.of(9, 2), new BigDecimal("1.25"), LongType.get()),
    };
  }

  @ParameterizedTest
  @MethodSource("lost")
  void refusesWhatWouldNotSurvive(Type from, Object value, Type to) {
    assertThatThrownBy(() -> new Cast(from, to).apply(value))
        .isInstanceOf(ValueMismatchException.class);
  }
}
