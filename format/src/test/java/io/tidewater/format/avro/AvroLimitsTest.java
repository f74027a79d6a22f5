/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.iceberg.data.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Records and schemas of unusual size, and schemas that break the rules. */
final class AvroLimitsTest {
  private static final int TEN_MEGABYTES = 10_000_000;
  private static final int MANY = 5_000;

  @Test
  void readsARecordOfTenMegabytes() {
    Schema schema =
        AvroBytes.schema(
            ("{'type':'record','name':'R','fields':[{'name':'text','type':'string'},"
                    + "{'name':'numbers','type':{'type':'array','items':'long'}}]}")
                .replace('\'', '"'));
    String text = "ü".repeat(TEN_MEGABYTES / 4);
    List<Long> numbers =
        LongStream.range(0, TEN_MEGABYTES / 20).map(i -> Long.MAX_VALUE - i).boxed().toList();
    GenericData.Record value =
        new GenericRecordBuilder(schema).set("text", text).set("numbers", numbers).build();

    GenericRecord row = rows(schema).row(value);

    assertThat(row.getField("text")).isEqualTo(text);
    assertThat(row.getField("numbers")).isEqualTo(numbers);
  }

  @Test
  @Timeout(30)
  void readsASchemaOfThousandsOfFields() {
    String fields =
        IntStream.range(0, MANY)
            .mapToObj(i -> "{'name':'f%d','type':['null','int'],'default':null}".formatted(i))
            .collect(Collectors.joining(","));
    Schema schema =
        AvroBytes.schema(
            ("{'type':'record','name':'R','fields':[" + fields + "]}").replace('\'', '"'));
    GenericData.Record value = new GenericData.Record(schema);
    IntStream.range(0, MANY).forEach(i -> value.put(i, i % 2 == 0 ? i : null));

    GenericRecord row = rows(schema).row(value);

    assertThat(row.size()).isEqualTo(MANY);
    assertThat(row.get(MANY - 2)).isEqualTo(MANY - 2);
    assertThat(row.get(MANY - 1)).isNull();
  }

  @Test
  void takesNamesThatAvroDoesNotAllow() {
    Schema schema =
        AvroBytes.schema(
            "{'type':'record','name':'my-topic.Value','fields':[{'name':'ü-1 x','type':'int'}]}"
                .replace('\'', '"'));

    assertThat(AvroRows.writer(schema, MappingOptions.DEFAULTS).incoming().type())
        .hasToString("struct<1: ü-1 x: required int>");
  }

  @Test
  void refusesAFieldWithoutAName() {
    AvroWriterSchema writer =
        AvroRows.writer(
            "{'type':'record','name':'R','fields':[{'name':'','type':'int'}]}".replace('\'', '"'),
            MappingOptions.DEFAULTS);

    assertThatThrownBy(writer::incoming)
        .isInstanceOf(UnsupportedSchemaException.class)
        .hasMessageContaining("a field without a name");
  }

  private static AvroRows rows(Schema schema) {
    return new AvroRows(
        schema,
        new org.apache.iceberg.Schema(
            AvroRows.writer(schema, MappingOptions.DEFAULTS).incoming().type().fields()),
        MappingOptions.DEFAULTS);
  }
}
