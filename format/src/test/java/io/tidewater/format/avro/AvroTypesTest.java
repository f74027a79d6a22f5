/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.MemoryTable;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Avro type that is one column: bytes in, column type and value out of a Parquet file. */
final class AvroTypesTest {
  private static final MappingOptions DEFAULTS = MappingOptions.DEFAULTS;
  private static final Type STRING = Types.StringType.get();
  private static final Type LONG = Types.LongType.get();
  private static final Type BINARY = Types.BinaryType.get();
  private static final Type TIMESTAMP = Types.TimestampType.withoutZone();
  private static final Type TIMESTAMPTZ = Types.TimestampType.withZone();
  private static final UUID ID = new UUID(1, 2);
  private static final long NOON = 43_200_000L;

  static Stream<Arguments> plain() {
    return Stream.of(
        type("'boolean'", true, Types.BooleanType.get(), true),
        type("'int'", Integer.MIN_VALUE, Types.IntegerType.get(), Integer.MIN_VALUE),
        type("'int'", 63, Types.IntegerType.get(), 63),
        type("'long'", Long.MAX_VALUE, LONG, Long.MAX_VALUE),
        type("'long'", -65L, LONG, -65L),
        type("'float'", Float.MIN_VALUE, Types.FloatType.get(), Float.MIN_VALUE),
        type("'double'", Double.NaN, Types.DoubleType.get(), Double.NaN),
        type("'string'", "Grüße \u0000 🌊 \uFFFD", STRING, "Grüße \u0000 🌊 \uFFFD"),
        type("'bytes'", bytes(0, -1), BINARY, bytes(0, -1)),
        type("{'type':'enum','name':'E','symbols':['A','B']}", symbol("B"), STRING, "B"),
        type(fixed(2), fixed(2, 7, -1), Types.FixedType.ofLength(2), new byte[] {7, -1}));
  }

  static Stream<Arguments> logical() {
    return Stream.of(
        type(decimal("'bytes'", 9, 2), unscaled(-150), decimal(9, 2), new BigDecimal("-1.50")),
        type(decimal("'bytes'", 40, 2), unscaled(150), STRING, "1.50"),
        type(decimal(fixed(3), 5, 5), fixed(3, 0, 0, 1), decimal(5, 5), new BigDecimal("0.00001")),
        type(logical("'bytes'", "big-decimal"), bytes(2, -106, 10), STRING, "-0.00106"),
        type(logical("'string'", "uuid"), ID.toString(), Types.UUIDType.get(), ID),
        type(
            logical(fixed(16), "uuid"),
            fixed(16, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2),
            Types.UUIDType.get(),
            ID),
        type(logical("'int'", "date"), -1, Types.DateType.get(), LocalDate.of(1969, 12, 31)),
        type(logical("'int'", "time-millis"), (int) NOON, STRING, "12:00:00.000"),
        type(logical("'long'", "time-micros"), NOON * 1000 + 1, STRING, "12:00:00.000001"),
        type(logical("'long'", "timestamp-millis"), -1L, TIMESTAMPTZ, instant("23:59:59.999")),
        type(logical("'long'", "timestamp-micros"), -1L, TIMESTAMPTZ, instant("23:59:59.999999")),
        type(logical("'long'", "timestamp-nanos"), -1L, STRING, "1969-12-31T23:59:59.999999999Z"),
        type(logical("'long'", "local-timestamp-millis"), -1L, TIMESTAMP, local("23:59:59.999")),
        type(logical("'long'", "local-timestamp-micros"), -1L, TIMESTAMP, local("23:59:59.999999")),
        type(
            logical("'long'", "local-timestamp-nanos"),
            -1L,
            STRING,
            "1969-12-31T23:59:59.999999999"),
        type(
            logical(fixed(12), "duration"),
            fixed(12, 14, 0, 0, 0, -1, -1, -1, -1, -6, 5, 0, 0),
            STRING,
            "P14M4294967295DT1.530S"));
  }

  static Stream<Arguments> byOption() {
    String millis = logical("'int'", "time-millis");
    String micros = logical("'long'", "time-micros");
    String instant = logical("'long'", "timestamp-nanos");
    String local = logical("'long'", "local-timestamp-nanos");
    Type time = Types.TimeType.get();
    return Stream.of(
        Arguments.of(DEFAULTS.with(TimeOfDay.LONG), millis, 5, LONG, 5000L),
        Arguments.of(DEFAULTS.with(TimeOfDay.TIME), millis, 0, time, LocalTime.MIDNIGHT),
        Arguments.of(DEFAULTS.with(TimeOfDay.LONG), micros, -5L, LONG, -5L),
        Arguments.of(DEFAULTS.with(TimeOfDay.TIME), micros, NOON * 1000, time, LocalTime.NOON),
        Arguments.of(DEFAULTS.with(NanoTimestamps.LONG), instant, -1L, LONG, -1L),
        Arguments.of(
            DEFAULTS.with(NanoTimestamps.MICROS),
            instant,
            -1000L,
            TIMESTAMPTZ,
            instant("23:59:59.999999")),
        Arguments.of(
            DEFAULTS.with(NanoTimestamps.NANOS),
            instant,
            -1L,
            Types.TimestampNanoType.withZone(),
            instant("23:59:59.999999999")),
        Arguments.of(DEFAULTS.with(NanoTimestamps.LONG), local, -1L, LONG, -1L),
        Arguments.of(
            DEFAULTS.with(NanoTimestamps.MICROS),
            local,
            -1000L,
            TIMESTAMP,
            local("23:59:59.999999")),
        Arguments.of(
            DEFAULTS.with(NanoTimestamps.NANOS),
            local,
            -1L,
            Types.TimestampNanoType.withoutZone(),
            local("23:59:59.999999999")));
  }

  /** Logical types that say nothing: unknown, on another type, or without what they need. */
  static Stream<Arguments> none() {
    return Stream.of(
        type(logical("'long'", "no-such-type"), 7L, LONG, 7L),
        type(logical("'long'", "date"), 7L, LONG, 7L),
        type(logical("'string'", "timestamp-millis"), "x", STRING, "x"),
        type(logical("'bytes'", "decimal"), bytes(7), BINARY, bytes(7)),
        type(decimal("'bytes'", 2, 3), bytes(7), BINARY, bytes(7)),
        type(decimal("'bytes'", 0, 0), bytes(7), BINARY, bytes(7)),
        type(decimal(fixed(1), 3, 0), fixed(1, 7), Types.FixedType.ofLength(1), new byte[] {7}),
        type(
            logical(fixed(2), "uuid"),
            fixed(2, 7, 8),
            Types.FixedType.ofLength(2),
            new byte[] {7, 8}),
        type(
            logical(fixed(2), "duration"),
            fixed(2, 7, 8),
            Types.FixedType.ofLength(2),
            new byte[] {7, 8}));
  }

  @ParameterizedTest
  @MethodSource({"plain", "logical", "byOption", "none"})
  void storesTheValue(
      MappingOptions options, String schema, Object value, Type type, Object expected)
      throws IOException {
    Schema record =
        AvroBytes.schema(
            "{'type':'record','name':'R','fields':[{'name':'c','type':%s}]}"
                .formatted(schema)
                .replace('\'', '"'));
    Types.StructType incoming = AvroRows.writer(record, options).incoming().type();

    assertThat(incoming.fieldType("c")).isEqualTo(type);
    assertThat(incoming.field("c").isRequired()).isTrue();
    for (int version = type.typeId() == TypeID.TIMESTAMP_NANO ? 3 : 2; version <= 3; version++) {
      Table table = MemoryTable.create(TableSchema.of(incoming, Requiredness.AS_DECLARED), version);
      AvroRows rows = new AvroRows(record, table.schema(), options);
      List<Record> read =
          ParquetFiles.roundTrip(
              table.schema(),
              List.of(rows.row(new GenericRecordBuilder(record).set("c", value).build())));
      assertThat(read.get(0).getField("c")).isEqualTo(expected);
    }
  }

  @Test
  void coversEveryType() {
    Set<PlainType> types =
        plain()
            .map(arguments -> AvroBytes.schema(json(arguments)).getType().name())
            .map(PlainType::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(PlainType.class)));
    Set<LogicalType> logicalTypes =
        logical()
            .map(arguments -> LogicalType.of(AvroBytes.schema(json(arguments))))
            .map(Objects::requireNonNull)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(LogicalType.class)));

    assertThat(types).isEqualTo(EnumSet.allOf(PlainType.class));
    assertThat(logicalTypes).isEqualTo(EnumSet.allOf(LogicalType.class));
  }

  private static String json(Arguments arguments) {
    return ((String) arguments.get()[1]).replace('\'', '"');
  }

  private static Arguments type(String schema, Object value, Type type, Object expected) {
    return Arguments.of(DEFAULTS, schema, value, type, expected);
  }

  private static String logical(String base, String name) {
    return with(base, "'logicalType':'" + name + "'");
  }

  private static String decimal(String base, int precision, int scale) {
    return with(
        base, "'logicalType':'decimal','precision':%d,'scale':%d".formatted(precision, scale));
  }

  private static String with(String base, String properties) {
    return base.startsWith("{")
        ? base.substring(0, base.length() - 1) + "," + properties + "}"
        : "{'type':" + base + "," + properties + "}";
  }

  private static String fixed(int size) {
    return "{'type':'fixed','name':'F','size':" + size + "}";
  }

  private static GenericData.Fixed fixed(int size, int... values) {
    return new GenericData.Fixed(
        AvroBytes.schema(fixed(size).replace('\'', '"')), bytes(values).array());
  }

  private static GenericData.EnumSymbol symbol(String name) {
    return new GenericData.EnumSymbol(Schema.createEnum("E", null, null, List.of("A", "B")), name);
  }

  private static ByteBuffer unscaled(long value) {
    return ByteBuffer.wrap(BigInteger.valueOf(value).toByteArray());
  }

  private static Type decimal(int precision, int scale) {
    return Types.DecimalType.of(precision, scale);
  }

  private static OffsetDateTime instant(String time) {
    return OffsetDateTime.parse("1969-12-31T" + time + "Z");
  }

  private static LocalDateTime local(String time) {
    return LocalDateTime.parse("1969-12-31T" + time);
  }

  private static ByteBuffer bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return ByteBuffer.wrap(bytes);
  }
}
