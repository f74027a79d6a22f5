/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.row.RowBuilder;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values at the edges: what is stored, and what is refused. */
final class ConversionsTest {
  private static final Type INT = Types.IntegerType.get();
  private static final Type LONG = Types.LongType.get();
  private static final Type FLOAT = Types.FloatType.get();
  private static final Type DOUBLE = Types.DoubleType.get();
  private static final Type DECIMAL = Types.DecimalType.of(5, 2);
  private static final Type STRING = Types.StringType.get();
  private static final Type DATE = Types.DateType.get();
  private static final Type TIME = Types.TimeType.get();
  private static final Type TIMESTAMP = Types.TimestampType.withoutZone();
  private static final Type TIMESTAMPTZ = Types.TimestampType.withZone();
  private static final Type NANOS = Types.TimestampNanoType.withoutZone();
  private static final Type UUID_TYPE = Types.UUIDType.get();

  static Stream<Arguments> stored() {
    return Stream.of(
        stored(INT, v -> v.longValue(Integer.MAX_VALUE), Integer.MAX_VALUE),
        stored(INT, v -> v.stringValue("-2147483648"), Integer.MIN_VALUE),
        stored(INT, v -> v.decimalValue(new BigDecimal("12.00")), 12),
        stored(LONG, v -> v.intValue(-1), -1L),
        stored(LONG, v -> v.decimalValue(new BigDecimal("1E+3")), 1000L),
        stored(FLOAT, v -> v.doubleValue(0.5), 0.5f),
        stored(FLOAT, v -> v.longValue(1 << 24), 16777216f),
        stored(FLOAT, v -> v.stringValue("0.1"), 0.1f),
        stored(DOUBLE, v -> v.floatValue(0.1f), (double) 0.1f),
        stored(DOUBLE, v -> v.longValue(1L << 53), 9007199254740992.0),
        stored(DOUBLE, v -> v.longValue(Long.MIN_VALUE), -0x1p63),
        stored(DOUBLE, v -> v.stringValue("1.50"), 1.5),
        stored(DOUBLE, v -> v.stringValue("-Infinity"), Double.NEGATIVE_INFINITY),
        stored(DECIMAL, v -> v.decimalValue(new BigDecimal("999.99")), new BigDecimal("999.99")),
        stored(DECIMAL, v -> v.decimalValue(new BigDecimal("0.1")), new BigDecimal("0.10")),
        stored(DECIMAL, v -> v.decimalValue(new BigDecimal("1E+2")), new BigDecimal("100.00")),
        stored(DECIMAL, v -> v.decimalValue(new BigDecimal("0E+50")), new BigDecimal("0.00")),
        stored(DECIMAL, v -> v.intValue(-999), new BigDecimal("-999.00")),
        stored(DECIMAL, v -> v.stringValue("1.500"), new BigDecimal("1.50")),
        stored(STRING, v -> v.doubleValue(0.1), "0.1"),
        stored(STRING, v -> v.decimalValue(new BigDecimal("1E+3")), "1000"),
        stored(STRING, v -> v.decimalValue(new BigDecimal("1E+999999999")), "1E+999999999"),
        stored(STRING, v -> v.binaryValue(ByteBuffer.wrap(new byte[] {'a'})), "a"),
        stored(STRING, v -> v.dateValue(-1), "1969-12-31"),
        stored(STRING, v -> v.timeValue(1), "00:00:00.000001"),
        stored(STRING, v -> v.timestampValue(-1), "1969-12-31T23:59:59.999999"),
        stored(STRING, v -> v.timestamptzValue(0), "1970-01-01T00:00:00.000000Z"),
        stored(STRING, v -> v.timestampNanosValue(-1), "1969-12-31T23:59:59.999999999"),
        stored(DATE, v -> v.stringValue("2026-11-21"), LocalDate.of(2026, 11, 21)),
        stored(DATE, v -> v.longValue(-1), LocalDate.of(1969, 12, 31)),
        stored(TIME, v -> v.stringValue("10:15"), LocalTime.of(10, 15)),
        stored(TIMESTAMP, v -> v.longValue(1), LocalDateTime.parse("1970-01-01T00:00:00.001")),
        stored(TIMESTAMP, v -> v.dateValue(1), LocalDateTime.parse("1970-01-02T00:00")),
        stored(
            TIMESTAMP,
            v -> v.timestamptzValue(1),
            LocalDateTime.parse("1970-01-01T00:00:00.000001")),
        stored(
            TIMESTAMP,
            v -> v.stringValue("2026-11-21 10:15:30"),
            LocalDateTime.parse("2026-11-21T10:15:30")),
        stored(
            TIMESTAMP,
            v -> v.timestampNanosValue(-1000),
            LocalDateTime.parse("1969-12-31T23:59:59.999999")),
        stored(
            TIMESTAMPTZ,
            v -> v.stringValue("2026-11-21T10:15:30+01:00"),
            utc("2026-11-21T09:15:30Z")),
        stored(
            TIMESTAMPTZ,
            v -> v.stringValue("2026-11-21T10:15:30.5+0100"),
            utc("2026-11-21T09:15:30.5Z")),
        stored(TIMESTAMPTZ, v -> v.stringValue("2026-11-21T10:15:30"), utc("2026-11-21T10:15:30Z")),
        stored(
            TIMESTAMPTZ, v -> v.stringValue("2026-11-21t10:15:30z"), utc("2026-11-21T10:15:30Z")),
        stored(NANOS, v -> v.timestampValue(1), LocalDateTime.parse("1970-01-01T00:00:00.000001")),
        stored(
            NANOS,
            v -> v.stringValue("1970-01-01T00:00:00.000000001"),
            LocalDateTime.parse("1970-01-01T00:00:00.000000001")),
        stored(
            Types.BinaryType.get(),
            v -> v.stringValue("🌊"),
            ByteBuffer.wrap("🌊".getBytes(StandardCharsets.UTF_8))),
        stored(
            UUID_TYPE,
            v -> v.stringValue("123E4567-e89b-12d3-a456-426614174000"),
            UUID.fromString("123e4567-e89b-12d3-a456-426614174000")));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refused(INT, v -> v.longValue(Integer.MAX_VALUE + 1L), "long 2147483648"),
        refused(INT, v -> v.doubleValue(1.0), "double 1.0"),
        refused(INT, v -> v.stringValue("1.0"), "\"1.0\""),
        refused(INT, v -> v.stringValue(""), "\"\""),
        refused(LONG, v -> v.decimalValue(new BigDecimal("1E+999999999")), "1E+999999999"),
        refused(
            LONG,
            v -> v.decimalValue(new BigDecimal("9223372036854775808")),
            "9223372036854775808"),
        refused(FLOAT, v -> v.doubleValue(0.1), "0.1"),
        refused(FLOAT, v -> v.doubleValue(1e300), "1.0E300"),
        refused(FLOAT, v -> v.intValue((1 << 24) + 1), "16777217"),
        refused(DOUBLE, v -> v.longValue((1L << 53) + 1), "9007199254740993"),
        refused(DOUBLE, v -> v.longValue(Long.MAX_VALUE), "9223372036854775807"),
        refused(DOUBLE, v -> v.stringValue("0.1f"), "0.1f"),
        refused(DOUBLE, v -> v.stringValue("1e400"), "1e400"),
        refused(DOUBLE, v -> v.stringValue("0.1000000000000000055"), "0.1000000000000000055"),
        refused(DECIMAL, v -> v.decimalValue(new BigDecimal("1000")), "1000"),
        refused(DECIMAL, v -> v.decimalValue(new BigDecimal("0.001")), "0.001"),
        refused(DECIMAL, v -> v.stringValue("1e999999999"), "1e999999999"),
        refused(DECIMAL, v -> v.doubleValue(0.1), "0.1"),
        refused(STRING, v -> v.binaryValue(ByteBuffer.wrap(new byte[] {(byte) 0xff})), "no UTF-8"),
        refused(DATE, v -> v.stringValue("2026-02-30"), "2026-02-30"),
        refused(DATE, v -> v.timestampValue(0), "1970-01-01T00:00:00.000000"),
        refused(TIME, v -> v.timeValue(86_400_000_000L), "86400000000"),
        refused(TIME, v -> v.stringValue("10:15:30.0000001"), "10:15:30.0000001"),
        refused(TIMESTAMP, v -> v.longValue(Long.MAX_VALUE), "9223372036854775807"),
        refused(TIMESTAMP, v -> v.timestampNanosValue(1), "00:00:00.000000001"),
        refused(TIMESTAMPTZ, v -> v.dateValue(1), "1970-01-02"),
        refused(TIMESTAMPTZ, v -> v.stringValue("2026-11-21"), "2026-11-21"),
        refused(TIMESTAMPTZ, v -> v.stringValue("2026-02-30T00:00:00Z"), "2026-02-30"),
        refused(TIMESTAMPTZ, v -> v.stringValue("+999999999-01-01T00:00:00Z"), "+999999999"),
        refused(NANOS, v -> v.timestampValue(Long.MAX_VALUE), "+294247"),
        refused(Types.FixedType.ofLength(2), v -> v.binaryValue(ByteBuffer.allocate(3)), "3 bytes"),
        refused(Types.BinaryType.get(), v -> v.stringValue("\ud800"), "no Unicode"),
        refused(UUID_TYPE, v -> v.stringValue("1-1-1-1-1"), "1-1-1-1-1"));
  }

  @ParameterizedTest
  @MethodSource("stored")
  void stores(Type column, Consumer<ValueVisitor> value, Object expected) {
    assertThat(convert(column, value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refuses(Type column, Consumer<ValueVisitor> value, String shown) {
    assertThatThrownBy(() -> convert(column, value))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageStartingWith("the value: expected ")
        .hasMessageContaining(shown);
  }

  @Test
  void clipsLongValuesInMessages() {
    assertThatThrownBy(() -> convert(INT, v -> v.stringValue("secret".repeat(100))))
        .isInstanceOf(ValueMismatchException.class)
        .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(100));
  }

  @Test
  void passesNullToEveryColumn() {
    for (Type column : Samples.BY_TYPE.keySet()) {
      assertThat(convert(column, ValueVisitor::nullValue)).isNull();
    }
  }

  private static Object convert(Type column, Consumer<ValueVisitor> value) {
    RowBuilder rows = new RowBuilder(new Schema(NestedField.optional(1, "c", column)));
    rows.begin();
    rows.startStruct();
    rows.field(0, "c");
    value.accept(Conversions.into(column, rows));
    rows.endStruct();
    return rows.finish().get(0);
  }

  private static Arguments stored(Type column, Consumer<ValueVisitor> value, Object expected) {
    return Arguments.of(column, value, expected);
  }

  private static Arguments refused(Type column, Consumer<ValueVisitor> value, String shown) {
    return Arguments.of(column, value, shown);
  }

  private static OffsetDateTime utc(String text) {
    return OffsetDateTime.parse(text);
  }
}
