/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.connect.ConnectMapping;
import io.tidewater.format.logical.NamedType;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.NanoTimestamps;
import io.tidewater.format.schema.TimeOfDay;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Kafka Connect's Avro converter writes has the columns that Connect's own schemas have. */
final class ConnectPropertiesTest {
  @ParameterizedTest
  @EnumSource(NamedType.class)
  void hasTheColumnThatConnectHas(NamedType named) {
    for (TimeOfDay time : TimeOfDay.values()) {
      for (NanoTimestamps nanos : NanoTimestamps.values()) {
        MappingOptions options = MappingOptions.DEFAULTS.with(time).with(nanos);
        SchemaBuilder connect =
            SchemaBuilder.type(
                    org.apache.kafka.connect.data.Schema.Type.valueOf(named.base().name()))
                .name(named.schemaName());
        if (named == NamedType.DEBEZIUM_VARIABLE_SCALE_DECIMAL) {
          connect
              .field("scale", org.apache.kafka.connect.data.Schema.INT32_SCHEMA)
              .field("value", org.apache.kafka.connect.data.Schema.BYTES_SCHEMA);
        }
        Type expected =
            new ConnectMapping(options).incoming(connect.build()).type().fieldType("value");

        assertThat(column(avro(named), options))
            .as("%s with %s", named, options)
            .isEqualTo(expected);
      }
    }
  }

  static Stream<Arguments> values() {
    return Stream.of(
        value(NamedType.DECIMAL, ByteBuffer.wrap(new byte[] {1, 0}), "256"),
        value(NamedType.DATE, -1, "1969-12-31"),
        value(NamedType.TIME, 5, "00:00:00.005"),
        value(NamedType.TIMESTAMP, 5L, "1970-01-01T00:00:00.005Z"),
        value(NamedType.DEBEZIUM_MICRO_TIME, 5L, "00:00:00.000005"),
        value(NamedType.DEBEZIUM_NANO_TIME, 5L, "00:00:00.000000005"),
        value(NamedType.DEBEZIUM_MICRO_TIMESTAMP, 5L, "1970-01-01T00:00:00.000005"),
        value(NamedType.DEBEZIUM_NANO_TIMESTAMP, 5L, "1970-01-01T00:00:00.000000005"),
        value(
            NamedType.DEBEZIUM_ZONED_TIMESTAMP,
            "2026-11-21T10:15:30+01:00",
            "2026-11-21T09:15:30Z"),
        value(
            NamedType.DEBEZIUM_UUID,
            "00000000-0000-0001-0000-000000000002",
            "00000000-0000-0001-0000-000000000002"),
        value(NamedType.DEBEZIUM_JSON, "{ }", "{ }"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void readsTheValue(NamedType named, Object value, String expected) {
    assertThat(row(record(avro(named)), value)).hasToString(expected);
  }

  @Test
  void readsDebeziumsDecimals() {
    Schema schema = record(avro(NamedType.DEBEZIUM_VARIABLE_SCALE_DECIMAL));
    Object value =
        new GenericRecordBuilder(schema.getField("c").schema())
            .set("scale", 3)
            .set("value", ByteBuffer.wrap(new byte[] {-5}))
            .build();

    assertThat(row(schema, value)).isEqualTo("-0.005");
  }

  @Test
  void takesPrecisionAndScaleWhereverTheyAre() {
    String decimal = "'type':'bytes','connect.name':'" + NamedType.DECIMAL.schemaName() + "'";
    String logical = ",'logicalType':'decimal','scale':2,'precision':";

    assertThat(column("{" + decimal + logical + "64}", MappingOptions.DEFAULTS))
        .isEqualTo(Types.DecimalType.of(38, 2));
    assertThat(column("{" + decimal + logical + "9}", MappingOptions.DEFAULTS))
        .isEqualTo(Types.DecimalType.of(9, 2));
    assertThat(
            column(
                "{"
                    + decimal
                    + ",'connect.parameters':{'scale':'-2','connect.decimal.precision':'3'}}",
                MappingOptions.DEFAULTS))
        .isEqualTo(Types.DecimalType.of(5, 0));
  }

  @Test
  void takesANameOnAnotherTypeForNothing() {
    String schema = "{'type':'long','connect.name':'io.debezium.time.Date'}";
    String record =
        "{'type':'record','name':'V','connect.name':'io.debezium.data.VariableScaleDecimal',"
            + "'fields':[{'name':'x','type':'int'}]}";

    assertThat(column(schema, MappingOptions.DEFAULTS)).isEqualTo(Types.LongType.get());
    assertThat(column(record, MappingOptions.DEFAULTS).isStructType()).isTrue();
  }

  private static String avro(NamedType named) {
    String properties =
        ",'connect.version':1,'connect.parameters':{'allowed':'a'},'connect.name':'"
            + named.schemaName()
            + "'}";
    return switch (named.base()) {
      case INT32 -> "{'type':'int'" + properties;
      case INT64 -> "{'type':'long'" + properties;
      case STRING -> "{'type':'string'" + properties;
      case BYTES -> "{'type':'bytes'" + properties;
      case STRUCT ->
          "{'type':'record','name':'V','fields':[{'name':'scale','type':'int'},"
              + "{'name':'value','type':'bytes'}]"
              + properties;
    };
  }

  private static Schema record(String type) {
    return AvroBytes.schema(
        ("{'type':'record','name':'R','fields':[{'name':'c','type':" + type + "}]}")
            .replace('\'', '"'));
  }

  private static Type column(String type, MappingOptions options) {
    return AvroRows.writer(record(type), options).incoming().type().fieldType("c");
  }

  private static Object row(Schema schema, Object value) {
    org.apache.iceberg.Schema table =
        new org.apache.iceberg.Schema(
            AvroRows.writer(schema, MappingOptions.DEFAULTS).incoming().type().fields());
    return new AvroRows(schema, table, MappingOptions.DEFAULTS)
        .row(new GenericRecordBuilder(schema).set("c", value).build())
        .getField("c");
  }

  private static Arguments value(NamedType named, Object value, String expected) {
    return Arguments.of(named, value, expected);
  }
}
