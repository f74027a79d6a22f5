/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.NanoTimestamps;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Defaults of fields as defaults of columns, in Iceberg's units. */
final class AvroDefaultsTest {
  private static final MappingOptions NANOS = MappingOptions.DEFAULTS.with(NanoTimestamps.NANOS);

  static Stream<Arguments> defaults() {
    return Stream.of(
        Arguments.of("'boolean'", "true", true),
        Arguments.of("'int'", "-5", -5),
        Arguments.of("'long'", "9007199254740993", 9007199254740993L),
        Arguments.of("'float'", "1.5", 1.5f),
        Arguments.of("'double'", "1", 1.0),
        Arguments.of("'string'", "'ü'", "ü"),
        Arguments.of("'bytes'", "'\\u00ff'", ByteBuffer.wrap(new byte[] {-1})),
        Arguments.of("{'type':'enum','name':'E','symbols':['A','B']}", "'B'", "B"),
        Arguments.of("['string','null']", "'x'", "x"),
        Arguments.of(
            "{'type':'bytes','logicalType':'decimal','precision':9,'scale':2}",
            "'\\u0001'",
            new BigDecimal("0.01")),
        Arguments.of(
            "{'type':'string','logicalType':'uuid'}",
            "'00000000-0000-0001-0000-000000000002'",
            new UUID(1, 2)),
        Arguments.of("{'type':'int','logicalType':'date'}", "7", 7),
        Arguments.of("{'type':'int','logicalType':'time-millis'}", "1", "00:00:00.001"),
        Arguments.of("{'type':'long','logicalType':'timestamp-millis'}", "7", 7000L),
        Arguments.of("{'type':'long','logicalType':'local-timestamp-micros'}", "7", 7L),
        Arguments.of("{'type':'long','logicalType':'timestamp-nanos'}", "-7", -7L),
        Arguments.of("{'type':'long','logicalType':'local-timestamp-nanos'}", "7", 7L));
  }

  @ParameterizedTest
  @MethodSource("defaults")
  void isTheColumnsDefault(String type, String value, Object expected) {
    NestedField field = field(type, value);

    assertThat(field.initialDefault()).isEqualTo(expected);
    assertThat(field.writeDefault()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'int'|'five'",
        "'int'|3000000000",
        "'int'|1.5",
        "'string'|5",
        "['null','string']|null",
        "['null','string']|5",
        "{'type':'enum','name':'E','symbols':['A']}|'Z'",
        "{'type':'fixed','name':'F','size':2}|'abc'",
        "{'type':'int','logicalType':'time-millis'}|-1",
        "{'type':'bytes','logicalType':'decimal','precision':2}|'\\u0001\\u0000'",
        "{'type':'array','items':'int'}|[]"
      })
  void isNoneIfTheColumnCannotHaveIt(String typeAndDefault) {
    String[] both = typeAndDefault.split("\\|", -1);
    NestedField field = field(both[0], both[1]);

    assertThat(field.initialDefault()).isNull();
    assertThat(field.writeDefault()).isNull();
  }

  @Test
  void neverStandsForAnExplicitNull() {
    String schema = record("['string','null']", "'x'");
    org.apache.iceberg.Schema table =
        new org.apache.iceberg.Schema(AvroRows.writer(schema, NANOS).incoming().type().fields());

    assertThat(new AvroRows(AvroBytes.schema(schema), table, NANOS).read(new byte[] {2}))
        .hasToString("Record(null)");
  }

  private static NestedField field(String type, String value) {
    return AvroRows.writer(record(type, value), NANOS).incoming().type().field("c");
  }

  private static String record(String type, String value) {
    return "{'type':'record','name':'R','fields':[{'name':'c','type':%s,'default':%s}]}"
        .formatted(type, value)
        .replace('\'', '"');
  }
}
