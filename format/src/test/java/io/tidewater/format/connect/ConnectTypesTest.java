/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import static io.tidewater.format.schema.NanoTimestamps.MICROS;
import static io.tidewater.format.schema.NanoTimestamps.NANOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.logical.NamedType;
import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.NanoTimestamps;
import io.tidewater.format.schema.Requiredness;
import io.tidewater.format.schema.TableSchema;
import io.tidewater.format.schema.TimeOfDay;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Connect type: schema and value in, column type and value out of a Parquet file. */
@SuppressWarnings("JavaUtilDate") // It is what Connect hands over.
final class ConnectTypesTest {
  private static final MappingOptions DEFAULTS = MappingOptions.DEFAULTS;
  private static final long NOON = 43_200_000_000_000L;
  private static final Type STRING = Types.StringType.get();
  private static final Type LONG = Types.LongType.get();
  private static final Type TIMESTAMP = Types.TimestampType.withoutZone();
  private static final Type TIMESTAMPTZ = Types.TimestampType.withZone();

  static Stream<Arguments> plain() {
    return Stream.of(
        type(Schema.INT8_SCHEMA, Byte.MIN_VALUE, Types.IntegerType.get(), -128),
        type(Schema.INT16_SCHEMA, Short.MAX_VALUE, Types.IntegerType.get(), 32767),
        type(Schema.INT32_SCHEMA, Integer.MIN_VALUE, Types.IntegerType.get(), Integer.MIN_VALUE),
        type(Schema.INT64_SCHEMA, Long.MAX_VALUE, LONG, Long.MAX_VALUE),
        type(Schema.FLOAT32_SCHEMA, Float.MIN_VALUE, Types.FloatType.get(), Float.MIN_VALUE),
        type(Schema.FLOAT64_SCHEMA, Double.NaN, Types.DoubleType.get(), Double.NaN),
        type(Schema.BOOLEAN_SCHEMA, true, Types.BooleanType.get(), true),
        type(Schema.STRING_SCHEMA, "Grüße \u0000 🌊", STRING, "Grüße \u0000 🌊"),
        type(Schema.BYTES_SCHEMA, new byte[] {0, -1}, Types.BinaryType.get(), bytes(0, -1)),
        type(Schema.BYTES_SCHEMA, bytes(1), Types.BinaryType.get(), bytes(1)),
        type(
            SchemaBuilder.array(Schema.OPTIONAL_INT32_SCHEMA).build(),
            java.util.Arrays.asList(1, null),
            Types.ListType.ofOptional(3, Types.IntegerType.get()),
            java.util.Arrays.asList(1, null)),
        type(
            SchemaBuilder.map(Schema.INT64_SCHEMA, Schema.OPTIONAL_STRING_SCHEMA).build(),
            Map.of(1L, "a"),
            Types.MapType.ofOptional(3, 4, LONG, STRING),
            Map.of(1L, "a")));
  }

  static Stream<Arguments> logical() {
    return Stream.of(
        type(Decimal.schema(2), new BigDecimal("-1.50"), decimal(38, 2), new BigDecimal("-1.50")),
        type(precise(2, 9), new BigDecimal("1.00"), decimal(9, 2), new BigDecimal("1.00")),
        type(precise(5, 2), new BigDecimal("0.00001"), decimal(5, 5), new BigDecimal("0.00001")),
        type(precise(-2, 3), new BigDecimal("1E+2"), decimal(5, 0), new BigDecimal("100")),
        type(precise(2, 64), new BigDecimal("1.00"), STRING, "1.00"),
        type(Decimal.schema(40), new BigDecimal("1E-40"), STRING, "0." + "0".repeat(39) + "1"),
        type(
            org.apache.kafka.connect.data.Date.SCHEMA,
            new Date(-86_400_000),
            Types.DateType.get(),
            LocalDate.of(1969, 12, 31)),
        type(Time.SCHEMA, new Date(1), STRING, "00:00:00.001"),
        type(
            Timestamp.SCHEMA,
            new Date(-1),
            TIMESTAMPTZ,
            OffsetDateTime.parse("1969-12-31T23:59:59.999Z")),
        debezium(
            "time.Date", Schema.Type.INT32, -1, Types.DateType.get(), LocalDate.of(1969, 12, 31)),
        debezium("time.Time", Schema.Type.INT32, 43_200_000, STRING, "12:00:00.000"),
        debezium("time.MicroTime", Schema.Type.INT64, NOON / 1000, STRING, "12:00:00.000000"),
        debezium("time.NanoTime", Schema.Type.INT64, NOON + 1, STRING, "12:00:00.000000001"),
        debezium("time.ZonedTime", Schema.Type.STRING, "10:15+01:00", STRING, "10:15+01:00"),
        debezium(
            "time.Timestamp",
            Schema.Type.INT64,
            -1L,
            TIMESTAMP,
            LocalDateTime.parse("1969-12-31T23:59:59.999")),
        debezium(
            "time.MicroTimestamp",
            Schema.Type.INT64,
            1L,
            TIMESTAMP,
            LocalDateTime.parse("1970-01-01T00:00:00.000001")),
        debezium(
            "time.NanoTimestamp", Schema.Type.INT64, 1L, STRING, "1970-01-01T00:00:00.000000001"),
        debezium(
            "time.ZonedTimestamp",
            Schema.Type.STRING,
            "2026-11-21T10:15:30.123456+01:00",
            TIMESTAMPTZ,
            OffsetDateTime.parse("2026-11-21T09:15:30.123456Z")),
        debezium("time.Year", Schema.Type.INT32, 2026, Types.IntegerType.get(), 2026),
        debezium("time.Interval", Schema.Type.STRING, "P1Y", STRING, "P1Y"),
        debezium("time.MicroDuration", Schema.Type.INT64, -5L, LONG, -5L),
        debezium("time.NanoDuration", Schema.Type.INT64, 5L, LONG, 5L),
        debezium("data.Json", Schema.Type.STRING, "{ }", STRING, "{ }"),
        debezium("data.Xml", Schema.Type.STRING, "<a/>", STRING, "<a/>"),
        debezium(
            "data.Uuid",
            Schema.Type.STRING,
            "00000000-0000-0001-0000-000000000002",
            Types.UUIDType.get(),
            new UUID(1, 2)),
        debezium("data.Enum", Schema.Type.STRING, "a", STRING, "a"),
        debezium("data.EnumSet", Schema.Type.STRING, "a,b", STRING, "a,b"),
        debezium("data.Bits", Schema.Type.BYTES, new byte[] {5}, Types.BinaryType.get(), bytes(5)),
        type(VARIABLE, variable("-123.450"), STRING, "-123.450"),
        debezium("time.Date", Schema.Type.INT64, 7L, LONG, 7L),
        debezium("no.such.Name", Schema.Type.INT32, 7, Types.IntegerType.get(), 7));
  }

  static Stream<Arguments> byOption() {
    Schema nanos = named("io.debezium.time.NanoTimestamp", Schema.Type.INT64);
    Schema nanoTime = named("io.debezium.time.NanoTime", Schema.Type.INT64);
    return Stream.of(
        option(TimeOfDay.LONG, Time.SCHEMA, new Date(1), LONG, 1000L),
        option(
            TimeOfDay.TIME,
            Time.SCHEMA,
            new Date(1),
            Types.TimeType.get(),
            LocalTime.parse("00:00:00.001")),
        option(TimeOfDay.LONG, nanoTime, NOON, LONG, NOON / 1000),
        option(TimeOfDay.TIME, nanoTime, NOON, Types.TimeType.get(), LocalTime.NOON),
        Arguments.of(DEFAULTS.with(NanoTimestamps.LONG), nanos, 1L, LONG, 1L),
        Arguments.of(
            DEFAULTS.with(MICROS),
            nanos,
            -1000L,
            TIMESTAMP,
            LocalDateTime.parse("1969-12-31T23:59:59.999999")),
        Arguments.of(
            DEFAULTS.with(NANOS),
            nanos,
            -1L,
            Types.TimestampNanoType.withoutZone(),
            LocalDateTime.parse("1969-12-31T23:59:59.999999999")));
  }

  @ParameterizedTest
  @MethodSource({"plain", "logical", "byOption"})
  void comesBackFromParquet(
      MappingOptions options, Schema schema, Object value, Type type, Object expected)
      throws IOException {
    ConnectMapping mapping = new ConnectMapping(options);
    Schema record =
        SchemaBuilder.struct()
            .field("a", Schema.STRING_SCHEMA)
            .field("c", optional(schema))
            .field("none", optional(schema))
            .build();
    org.apache.iceberg.Schema table =
        TableSchema.of(mapping.incoming(record).type(), Requiredness.ALL_OPTIONAL);
    assertThat(withoutIds(table.findType("c"))).isEqualTo(withoutIds(type));

    GenericRecord row =
        mapping.compile(record, table).convert(new Struct(record).put("a", "x").put("c", value));
    List<Record> read = ParquetFiles.roundTrip(table, List.of(row));

    assertThat(read).hasSize(1);
    assertThat(read.get(0).getField("a")).isEqualTo("x");
    assertThat(read.get(0).getField("c")).isEqualTo(expected);
    assertThat(read.get(0).getField("none")).isNull();
  }

  @Test
  void coversEveryNamedType() {
    Set<NamedType> covered =
        logical()
            .map(arguments -> NamedValues.of((Schema) arguments.get()[1]))
            .filter(type -> type != null)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(NamedType.class)));
    assertThat(covered).isEqualTo(EnumSet.allOf(NamedType.class));
  }

  @Test
  void coversEveryPlainType() {
    Set<Schema.Type> covered =
        plain().map(arguments -> ((Schema) arguments.get()[1]).type()).collect(Collectors.toSet());
    assertThat(covered).isEqualTo(EnumSet.complementOf(EnumSet.of(Schema.Type.STRUCT)));
  }

  private static final Schema VARIABLE =
      SchemaBuilder.struct()
          .name("io.debezium.data.VariableScaleDecimal")
          .field("scale", Schema.INT32_SCHEMA)
          .field("value", Schema.BYTES_SCHEMA)
          .build();

  private static Struct variable(String digits) {
    BigDecimal decimal = new BigDecimal(digits);
    BigInteger unscaled = decimal.unscaledValue();
    return new Struct(optional(VARIABLE))
        .put("scale", decimal.scale())
        .put("value", unscaled.toByteArray());
  }

  /** The same schema, with null allowed. */
  private static Schema optional(Schema schema) {
    return new org.apache.kafka.connect.data.ConnectSchema(
        schema.type(),
        true,
        null,
        schema.name(),
        schema.version(),
        schema.doc(),
        schema.parameters(),
        schema.type() == Schema.Type.STRUCT ? schema.fields() : null,
        schema.type() == Schema.Type.MAP ? schema.keySchema() : null,
        schema.type() == Schema.Type.MAP || schema.type() == Schema.Type.ARRAY
            ? schema.valueSchema()
            : null);
  }

  private static String withoutIds(Type type) {
    return type.toString().replaceAll("\\d+: ", "");
  }

  private static Arguments type(Schema schema, Object value, Type type, Object expected) {
    return Arguments.of(DEFAULTS, schema, value, type, expected);
  }

  private static Arguments option(
      TimeOfDay option, Schema schema, Object value, Type type, Object expected) {
    return Arguments.of(DEFAULTS.with(option), schema, value, type, expected);
  }

  private static Arguments debezium(
      String name, Schema.Type base, Object value, Type type, Object expected) {
    return type(named("io.debezium." + name, base), value, type, expected);
  }

  private static Schema named(String name, Schema.Type base) {
    return SchemaBuilder.type(base).name(name).build();
  }

  private static Schema precise(int scale, int precision) {
    return Decimal.builder(scale)
        .parameter("connect.decimal.precision", Integer.toString(precision))
        .build();
  }

  private static Type decimal(int precision, int scale) {
    return Types.DecimalType.of(precision, scale);
  }

  private static ByteBuffer bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return ByteBuffer.wrap(bytes);
  }
}
