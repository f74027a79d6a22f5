/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.NanoTimestamps;
import io.tidewater.format.schema.SemiStructured;
import io.tidewater.format.schema.TimeOfDay;
import io.tidewater.format.value.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.variants.Variant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of a member: bytes in, column type and value out of a Parquet file. */
final class JsonSchemaTypesTest {
  private static final MappingOptions DEFAULTS = MappingOptions.DEFAULTS;
  private static final MappingOptions VARIANT = DEFAULTS.with(SemiStructured.VARIANT);
  private static final Type STRING = Types.StringType.get();
  private static final Type LONG = Types.LongType.get();
  private static final Type DOUBLE = Types.DoubleType.get();
  private static final Type BINARY = Types.BinaryType.get();
  private static final Type DATE = Types.DateType.get();
  private static final Type TIMESTAMP = Types.TimestampType.withoutZone();
  private static final Type TIMESTAMPTZ = Types.TimestampType.withZone();
  private static final UUID ID = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");

  static Stream<Arguments> plain() {
    return Stream.of(
        type("{'type':'boolean'}", "true", Types.BooleanType.get(), true),
        type("{'type':'integer'}", "-9223372036854775808", LONG, Long.MIN_VALUE),
        type("{'type':'integer'}", "1.0", LONG, 1L),
        type("{'type':'integer'}", "12e2", LONG, 1200L),
        type("{'type':'integer','format':'int32'}", "7", LONG, 7L),
        type(
            "{'type':'integer','maximum':18446744073709551615}",
            "18446744073709551615",
            Types.DecimalType.of(38, 0),
            new BigDecimal("18446744073709551615")),
        type("{'type':'number'}", "0.1", DOUBLE, 0.1),
        type("{'type':'number'}", "0.10000000000000001", DOUBLE, 0.1),
        type("{'type':'number'}", "-1.7976931348623157e308", DOUBLE, -Double.MAX_VALUE),
        type("{'type':['integer','number']}", "3", DOUBLE, 3.0),
        type("{'type':'string'}", "'Grüße \\u0000 🌊'", STRING, "Grüße \u0000 🌊"),
        type("{'type':'string','format':'email'}", "'a@b.c'", STRING, "a@b.c"),
        type("{'type':'string','format':'duration'}", "'P1D'", STRING, "P1D"),
        type("{'type':'string','format':'uuid'}", "'" + ID + "'", Types.UUIDType.get(), ID),
        type("{'type':'string','format':'date'}", "'2026-11-21'", DATE, date("2026-11-21")),
        type("{'type':'string','format':'time'}", "'10:15:30Z'", STRING, "10:15:30Z"),
        type(
            "{'type':'string','format':'date-time'}",
            "'2026-11-21t10:15:30.123456+01:00'",
            TIMESTAMPTZ,
            instant("2026-11-21T09:15:30.123456Z")),
        type("{'type':'string','contentEncoding':'base64'}", "'AP8='", BINARY, bytes(0, -1)),
        type("{'type':'string','contentEncoding':'base64url'}", "'AP_-'", BINARY, bytes(0, -1, -2)),
        type("{'type':'string','contentEncoding':'base16'}", "'00ff'", BINARY, bytes(0, -1)),
        type("{'type':'string','format':'byte'}", "'AP8='", BINARY, bytes(0, -1)),
        type("{'enum':['a','b']}", "'b'", STRING, "b"),
        type("{'enum':[1,2]}", "2", LONG, 2L),
        type("{'enum':[1,2.5]}", "1", DOUBLE, 1.0),
        type("{'enum':[true,'x']}", "true", STRING, "true"),
        type("{'const':'a'}", "'a'", STRING, "a"),
        type("{'pattern':'^a'}", "'a'", STRING, "a"),
        type("{'minimum':1}", "1.5", DOUBLE, 1.5),
        type("{'format':'date'}", "'2026-11-21'", DATE, date("2026-11-21")));
  }

  static Stream<Arguments> nullable() {
    return Stream.of(
        type("{'type':['null','integer']}", "null", LONG, null),
        type("{'type':['integer','null']}", "1", LONG, 1L),
        type("{'oneOf':[{'type':'null'},{'type':'integer'}]}", "null", LONG, null),
        type("{'anyOf':[{'type':'integer'},{'type':'null'}]}", "2", LONG, 2L),
        type("{'type':'integer','nullable':true}", "null", LONG, null),
        type("{'enum':['a',null]}", "null", STRING, null),
        type("{'type':'integer'}", "null", LONG, null));
  }

  static Stream<Arguments> shapeless() {
    String mixed = "{'type':['string','integer']}";
    return Stream.of(
        type(mixed, "12", STRING, "12"),
        type(mixed, "'a'", STRING, "a"),
        type(
            "{'oneOf':[{'type':'string','format':'date'},{'type':'boolean'}]}",
            "true",
            STRING,
            "true"),
        type("{}", "{'a':[1,'b',null,1.50]}", STRING, "{\"a\":[1,\"b\",null,1.50]}"),
        type("{}", "'text'", STRING, "\"text\""),
        type("true", "1e400", STRING, "1E+400"),
        type("{'type':'object'}", "{'a':{}}", STRING, "{\"a\":{}}"),
        type("{'type':'object','additionalProperties':true}", "{'a':1}", STRING, "{\"a\":1}"),
        type(
            "{'type':'array','prefixItems':[{'type':'string'},{'type':'integer'}]}",
            "['a',1]",
            STRING,
            "[\"a\",1]"),
        variant("{}", "{'a':[1,'b',null,1.50]}", "{\"a\":[1,\"b\",null,1.50]}"),
        variant("{}", "1e300", "1.0E300"),
        variant(mixed, "12", "12"),
        variant(mixed, "'12'", "\"12\""),
        variant("{'type':'object'}", "{'b':1,'a':{}}", "{\"a\":{},\"b\":1}"));
  }

  static Stream<Arguments> connect() {
    String decimal =
        "'title':'org.apache.kafka.connect.data.Decimal','connect.type':'bytes',"
            + "'connect.parameters':{'scale':'2'}";
    Type decimals = Types.DecimalType.of(38, 2);
    BigDecimal value = new BigDecimal("-1.50");
    return Stream.of(
        type("{'type':'integer','connect.type':'int8'}", "-7", Types.IntegerType.get(), -7),
        type("{'type':'integer','connect.type':'int32'}", "7", Types.IntegerType.get(), 7),
        type("{'type':'integer','connect.type':'int64'}", "7", LONG, 7L),
        type("{'type':'number','connect.type':'float32'}", "0.1", Types.FloatType.get(), 0.1f),
        type("{'type':'number','connect.type':'float64'}", "0.1", DOUBLE, 0.1),
        type("{'type':'string','connect.type':'bytes'}", "'AP8='", BINARY, bytes(0, -1)),
        type("{'type':'number'," + decimal + "}", "-1.5", decimals, value),
        type("{'type':'string'," + decimal + "}", "'/2o='", decimals, value),
        type(
            titled("integer", "org.apache.kafka.connect.data.Date"),
            "-1",
            DATE,
            date("1969-12-31")),
        type(titled("integer", "org.apache.kafka.connect.data.Time"), "1", STRING, "00:00:00.001"),
        type(
            titled("integer", "org.apache.kafka.connect.data.Timestamp"),
            "-1",
            TIMESTAMPTZ,
            instant("1969-12-31T23:59:59.999Z")),
        type(titled("integer", "io.debezium.time.Date"), "1", DATE, date("1970-01-02")),
        type(titled("integer", "io.debezium.time.MicroTime"), "1", STRING, "00:00:00.000001"),
        type(titled("integer", "io.debezium.time.NanoTime"), "1", STRING, "00:00:00.000000001"),
        type(
            titled("integer", "io.debezium.time.Timestamp"),
            "1",
            TIMESTAMP,
            LocalDateTime.parse("1970-01-01T00:00:00.001")),
        type(
            titled("integer", "io.debezium.time.MicroTimestamp"),
            "1",
            TIMESTAMP,
            LocalDateTime.parse("1970-01-01T00:00:00.000001")),
        type(
            titled("integer", "io.debezium.time.NanoTimestamp"),
            "1",
            STRING,
            "1970-01-01T00:00:00.000000001"),
        type(
            titled("string", "io.debezium.time.ZonedTimestamp"),
            "'2026-11-21T10:15:30+01:00'",
            TIMESTAMPTZ,
            instant("2026-11-21T09:15:30Z")),
        type(titled("string", "io.debezium.data.Uuid"), "'" + ID + "'", Types.UUIDType.get(), ID));
  }

  static Stream<Arguments> byOption() {
    MappingOptions time = DEFAULTS.with(TimeOfDay.TIME);
    MappingOptions micros = DEFAULTS.with(TimeOfDay.LONG);
    String nanos = titled("integer", "io.debezium.time.NanoTimestamp");
    String clock = "{'type':'string','format':'time'}";
    return Stream.of(
        type(
            time,
            clock,
            "'10:15:30.000001'",
            Types.TimeType.get(),
            LocalTime.parse("10:15:30.000001")),
        type(
            time,
            titled("integer", "org.apache.kafka.connect.data.Time"),
            "1",
            Types.TimeType.get(),
            LocalTime.parse("00:00:00.001")),
        type(micros, clock, "'00:00:01Z'", LONG, 1_000_000L),
        type(micros, titled("integer", "io.debezium.time.NanoTime"), "2000", LONG, 2L),
        type(DEFAULTS.with(NanoTimestamps.LONG), nanos, "-1", LONG, -1L),
        type(
            DEFAULTS.with(NanoTimestamps.MICROS),
            nanos,
            "1000",
            TIMESTAMP,
            LocalDateTime.parse("1970-01-01T00:00:00.000001")),
        type(
            DEFAULTS.with(NanoTimestamps.NANOS),
            nanos,
            "1",
            Types.TimestampNanoType.withoutZone(),
            LocalDateTime.parse("1970-01-01T00:00:00.000000001")));
  }

  @ParameterizedTest
  @MethodSource({"plain", "nullable", "shapeless", "connect", "byOption"})
  void isReadBackFromParquet(
      MappingOptions options, String schema, String value, Type type, @Nullable Object expected)
      throws IOException {
    String record = "{'type':'object','properties':{'m':%s},'additionalProperties':false}";
    JsonSchemaWriterSchema writer = JsonRows.writer(record.formatted(schema), options);
    List<NestedField> columns = writer.incoming().type().fields();
    assertThat(columns).hasSize(1);
    assertThat(columns.get(0).type()).isEqualTo(type);
    assertThat(columns.get(0).isOptional()).isTrue();

    GenericRecord row = JsonRows.of(writer).row("{'m':" + value + "}");

    Record read = ParquetFiles.roundTrip(new Schema(columns), List.of(row)).get(0);
    assertThat(comparable(read.getField("m"))).isEqualTo(expected);
  }

  private static @Nullable Object comparable(@Nullable Object value) {
    if (value instanceof Variant variant) {
      JsonText json = new JsonText();
      json.begin();
      json.variantValue(variant);
      return json.finish();
    }
    return value;
  }

  private static Arguments type(String schema, String value, Type type, @Nullable Object expected) {
    return type(DEFAULTS, schema, value, type, expected);
  }

  private static Arguments type(
      MappingOptions options, String schema, String value, Type type, @Nullable Object expected) {
    return Arguments.of(options, schema, value, type, expected);
  }

  private static Arguments variant(String schema, String value, String expected) {
    return type(VARIANT, schema, value, Types.VariantType.get(), expected);
  }

  private static String titled(String type, String title) {
    return "{'type':'%s','title':'%s'}".formatted(type, title);
  }

  private static LocalDate date(String text) {
    return LocalDate.parse(text);
  }

  private static OffsetDateTime instant(String text) {
    return OffsetDateTime.parse(text);
  }

  private static ByteBuffer bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return ByteBuffer.wrap(bytes);
  }
}
