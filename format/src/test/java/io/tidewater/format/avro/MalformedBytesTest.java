/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.ValueMismatchException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that are not what the schema says are refused with their position and path. */
final class MalformedBytesTest {
  private static final String LIST = "{'type':'array','items':'%s'}";

  static Stream<Arguments> payloads() {
    return Stream.of(
        bad("'boolean'", "", "c: expected an Avro boolean at byte 0, got the end of the record"),
        bad("'boolean'", "02", "c: expected an Avro boolean at byte 0, got 0x02"),
        bad("'int'", "8080", "c: expected an Avro int at byte 0, got the end of the record"),
        bad("'int'", "ffffffff1f", "an Avro int at byte 0, got a number of more than 32 bits"),
        bad("'int'", "808080808000", "an Avro int at byte 0, got a number of more than 32 bits"),
        bad("'long'", "ffffffffffffffffff02", "got a number of more than 64 bits"),
        bad("'float'", "000000", "an Avro float at byte 0, got 3 bytes left"),
        bad("'double'", "00", "an Avro double at byte 0, got 1 bytes left"),
        bad("'string'", "01", "an Avro string at byte 0, got a length of -1 with 0 bytes left"),
        bad("'string'", "0661", "an Avro string at byte 0, got a length of 3 with 1 bytes left"),
        bad("'string'", "feffffffffffffffff01", "got a length of 9223372036854775807"),
        bad("'string'", "0461ff", "an Avro string at byte 1, got bytes that are no UTF-8"),
        bad("'string'", "06eda080", "an Avro string at byte 1, got bytes that are no UTF-8"),
        bad("'bytes'", "0a", "Avro bytes at byte 0, got a length of 5 with 0 bytes left"),
        bad("{'type':'fixed','name':'F','size':2}", "00", "an Avro fixed of 2 bytes at byte 0"),
        bad(
            "{'type':'enum','name':'E','symbols':['A']}",
            "02",
            "an enum's index below 1 at byte 0"),
        bad("{'type':'enum','name':'E','symbols':['A']}", "01", "got the number -1"),
        bad("['null','int']", "04", "the branch of a union below 2 at byte 0, got the number 2"),
        bad("['null','int']", "02", "c: expected an Avro int at byte 1"),
        bad(LIST.formatted("int"), "0402", "a block of at most 1 elements at byte 0"),
        bad(LIST.formatted("int"), "0402ff", "c[1]: expected an Avro int at byte 2"),
        bad(LIST.formatted("int"), "02020000", "at byte 3, got 1 bytes left over"),
        bad(LIST.formatted("null"), "feffffff0f", "a block of at most 1024 elements at byte 0"),
        bad(LIST.formatted("int"), "ffffffffffffffffff010000", "a block of at most 0 elements"),
        bad(LIST.formatted("int"), "0104020200", "the end of a block at byte 3"),
        bad(LIST.formatted("int"), "01ff", "the size of a block at byte 1"),
        bad("{'type':'map','values':'int'}", "0202", "a block of at most 0 elements at byte 0"),
        bad("{'type':'map','values':'int'}", "0402610202610400", "map keys that differ"),
        bad(
            "{'type':'bytes','logicalType':'decimal','precision':3}",
            "00",
            "c: expected a decimal of 1 to 64 bytes at byte 1, got a length of 0"),
        bad(
            "{'type':'bytes','logicalType':'decimal','precision':3}",
            "0403e8",
            "c: expected a decimal(3, 0), got the decimal 1000"),
        bad(
            "{'type':'bytes','logicalType':'big-decimal'}",
            "0802000000",
            "the end of a big decimal at byte 4"),
        bad("{'type':'string','logicalType':'uuid'}", "0261", "expected a uuid, got the text"),
        bad("{'type':'int','logicalType':'time-millis'}", "01", "a time of day"),
        bad(
            "{'type':'long','logicalType':'timestamp-millis'}",
            "feffffffffffffffff01",
            "a timestamp that fits in microseconds"));
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void namesPathAndPosition(String type, String payload, String message) {
    Schema schema =
        AvroBytes.schema(
            ("{'type':'record','name':'R','fields':[{'name':'c','type':" + type + "}]}")
                .replace('\'', '"'));
    AvroRows rows = rows(schema);

    assertThatThrownBy(() -> rows.read(HexFormat.of().parseHex(payload)))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining(message);
  }

  @Test
  void countsPositionsFromTheStartOfTheFrame() {
    Schema schema = AvroBytes.schema("\"boolean\"");
    ByteBuffer payload = AvroBytes.framed(1, new byte[] {9}).position(5);
    ByteBuffer direct = ByteBuffer.allocateDirect(6).put(payload.duplicate().clear()).position(5);

    for (ByteBuffer buffer : new ByteBuffer[] {payload, payload.asReadOnlyBuffer(), direct}) {
      assertThatThrownBy(() -> rows(schema).read(buffer))
          .isInstanceOf(ValueMismatchException.class)
          .hasMessage("value: expected an Avro boolean at byte 5, got 0x09");
    }
  }

  @Test
  void boundsHowDeepDataMayBe() {
    Schema schema =
        AvroBytes.schema(
            "{\"type\":\"record\",\"name\":\"Node\",\"fields\":["
                + "{\"name\":\"next\",\"type\":[\"null\",\"Node\"]}]}");
    byte[] endless = new byte[1_000_000];
    Arrays.fill(endless, (byte) 2);
    org.apache.iceberg.Schema withoutColumn =
        new org.apache.iceberg.Schema(
            Types.NestedField.optional(1, "other", Types.StringType.get()));

    assertThatThrownBy(() -> rows(schema).read(endless))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining("at most 200 levels of nested data at byte 201");
    assertThatThrownBy(
            () -> new AvroRows(schema, withoutColumn, MappingOptions.DEFAULTS).read(endless))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining("at most 200 levels");
  }

  @Test
  void refusesNullInARequiredColumn() {
    Schema schema = AvroBytes.schema("[\"null\",\"int\"]");
    org.apache.iceberg.Schema table =
        new org.apache.iceberg.Schema(
            Types.NestedField.required(1, "value", Types.IntegerType.get()));

    assertThatThrownBy(() -> new AvroRows(schema, table, MappingOptions.DEFAULTS).row(null))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessage("value: expected a value, since the column is required, got null");
  }

  @Test
  void refusesRecordsThatLackARequiredColumn() {
    Schema schema = AvroBytes.schema("\"int\"");
    org.apache.iceberg.Schema table =
        new org.apache.iceberg.Schema(
            Types.NestedField.required(1, "other", Types.IntegerType.get()));

    assertThatThrownBy(() -> new AvroRows(schema, table, MappingOptions.DEFAULTS).row(5))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessage("the value: expected the required field other, got a record without it");
  }

  private static AvroRows rows(Schema schema) {
    return new AvroRows(
        schema,
        new org.apache.iceberg.Schema(
            AvroRows.writer(schema, MappingOptions.DEFAULTS).incoming().type().fields()),
        MappingOptions.DEFAULTS);
  }

  private static Arguments bad(String type, String payload, String message) {
    return Arguments.of(type, payload, message);
  }
}
