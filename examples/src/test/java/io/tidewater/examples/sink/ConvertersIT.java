/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.DoubleSerializer;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What each of Connect's converters makes of records, down to the rows of a table. */
@ExtendWith(SharedSinkServers.class)
class ConvertersIT {
  private static final String CONVERTERS = "org.apache.kafka.connect.converters.";
  private static final String STRING = "org.apache.kafka.connect.storage.StringConverter";
  private static final String JSON = "org.apache.kafka.connect.json.JsonConverter";

  private static SinkServers servers;

  @BeforeAll
  static void useServers(SinkServers shared) {
    servers = shared;
  }

  @Test
  void keepsTextAsText() {
    create("text", Map.of("value.converter", STRING));
    servers.records().text("lake.text", "grüß dich");
    servers.records().text("lake.text", "");
    servers.records().send(new ProducerRecord<>("lake.text", 0, bytes("key"), null));

    List<Record> rows = servers.tables().await("lake.text", 3);

    assertThat(rows)
        .extracting(row -> row.getField("value"))
        .containsExactly("grüß dich", "", null);
    assertThat(rows)
        .extracting(row -> row.getField("_kafka_key"))
        .containsExactly(null, null, "key");
    servers.awaitHolds("lake.text", "lake.text");
  }

  @Test
  void keepsBytesAsBytes() {
    String converter = CONVERTERS + "ByteArrayConverter";
    create("bytes", Map.of("value.converter", converter, "key.converter", converter));
    byte[] value = {0, -1, 127, -128};
    servers.records().send(new ProducerRecord<>("lake.bytes", 0, new byte[] {7}, value));

    Record row = servers.tables().await("lake.bytes", 1).get(0);

    assertThat(row.getField("value")).isEqualTo(ByteBuffer.wrap(value));
    assertThat(row.getField("_kafka_key")).isEqualTo(ByteBuffer.wrap(new byte[] {7}));
  }

  @Test
  void keepsNumbersAsNumbers() {
    create(
        "numbers",
        Map.of(
            "value.converter", CONVERTERS + "LongConverter",
            "key.converter", CONVERTERS + "DoubleConverter"));
    byte[] value = new LongSerializer().serialize("any", Long.MAX_VALUE);
    byte[] key = new DoubleSerializer().serialize("any", 0.5);
    servers.records().send(new ProducerRecord<>("lake.numbers", 0, key, value));

    Record row = servers.tables().await("lake.numbers", 1).get(0);

    assertThat(row.getField("value")).isEqualTo(Long.MAX_VALUE);
    assertThat(row.getField("_kafka_key")).isEqualTo("0.5");
  }

  @Test
  void mapsStructsWithAllTheirTypes() {
    create("structs", Map.of("value.converter", JSON));
    Schema item = SchemaBuilder.struct().field("sku", Schema.STRING_SCHEMA).build();
    Schema schema =
        SchemaBuilder.struct()
            .field("id", Schema.INT64_SCHEMA)
            .field("small", Schema.OPTIONAL_INT16_SCHEMA)
            .field("ratio", Schema.OPTIONAL_FLOAT32_SCHEMA)
            .field("price", Decimal.builder(2).parameter("connect.decimal.precision", "9").build())
            .field("day", org.apache.kafka.connect.data.Date.SCHEMA)
            .field("at", Timestamp.SCHEMA)
            .field("items", SchemaBuilder.array(item).build())
            .field("tags", SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.INT32_SCHEMA).build())
            .field("raw", Schema.OPTIONAL_BYTES_SCHEMA)
            .build();
    Instant at = Instant.parse("2026-02-03T04:05:06.789Z");
    servers
        .records()
        .struct(
            "lake.structs",
            new Struct(schema)
                .put("id", 1L)
                .put("small", (short) 2)
                .put("ratio", 1.5f)
                .put("price", new BigDecimal("12.34"))
                .put("day", Date.from(Instant.parse("2026-02-03T00:00:00Z")))
                .put("at", Date.from(at))
                .put("items", List.of(new Struct(item).put("sku", "a")))
                .put("tags", Map.of("x", 1))
                .put("raw", new byte[] {1}));

    Record row = servers.tables().await("lake.structs", 1).get(0);

    assertThat(row.getField("id")).isEqualTo(1L);
    assertThat(row.getField("small")).isEqualTo(2);
    assertThat(row.getField("ratio")).isEqualTo(1.5f);
    assertThat((BigDecimal) row.getField("price")).isEqualByComparingTo("12.34");
    assertThat(row.getField("day")).isEqualTo(LocalDate.of(2026, 2, 3));
    assertThat(row.getField("at")).isEqualTo(at.atOffset(ZoneOffset.UTC));
    assertThat((List<?>) row.getField("items"))
        .singleElement()
        .satisfies(element -> assertThat(((Record) element).getField("sku")).isEqualTo("a"));
    assertThat(row.getField("tags")).isEqualTo(Map.of("x", 1));
    assertThat(row.getField("raw")).isEqualTo(ByteBuffer.wrap(new byte[] {1}));
    servers.awaitHolds("lake.structs", "lake.structs");
  }

  @Test
  void infersColumnsWhereThereIsNoSchema() {
    create("loose", Map.of("value.converter", JSON, "value.converter.schemas.enable", "false"));
    servers.records().text("lake.loose", "{\"id\": 1, \"who\": {\"name\": \"a\"}}");
    servers.records().text("lake.loose", "{\"id\": 2, \"who\": {\"name\": \"b\", \"age\": 9}}");
    servers.records().text("lake.loose", "{\"id\": 3, \"extra\": [1, 2]}");

    List<Record> rows = servers.tables().await("lake.loose", 3);

    assertThat(rows).extracting(row -> row.getField("id")).containsExactly(1L, 2L, 3L);
    assertThat(((Record) rows.get(1).getField("who")).getField("age")).isEqualTo(9L);
    assertThat(rows.get(0).getField("extra")).isNull();
    assertThat(rows.get(2).getField("extra")).isEqualTo(List.of(1L, 2L));
    servers.awaitHolds("lake.loose", "lake.loose");
  }

  @Test
  void writesStructKeysAsJsonAndHeadersInTheirOrder() {
    create("keyed", Map.of("value.converter", STRING, "key.converter", JSON));
    Schema schema =
        SchemaBuilder.struct()
            .field("region", Schema.STRING_SCHEMA)
            .field("id", Schema.INT32_SCHEMA)
            .build();
    byte[] key =
        servers.records().bytes(schema, new Struct(schema).put("region", "eu").put("id", 7));
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>("lake.keyed", 0, 1_700_000_000_123L, key, bytes("v"));
    record.headers().add("trace", bytes("first")).add("trace", bytes("second"));
    servers.records().send(record);

    Record row = servers.tables().await("lake.keyed", 1).get(0);

    assertThat(row.getField("_kafka_key")).isEqualTo("{\"region\":\"eu\",\"id\":7}");
    assertThat(row.getField("_kafka_timestamp"))
        .isEqualTo(
            LocalDateTime.ofEpochSecond(1_700_000_000L, 123_000_000, ZoneOffset.UTC)
                .atOffset(ZoneOffset.UTC));
    assertThat((List<?>) row.getField("_kafka_headers"))
        .extracting(header -> text((Record) header))
        .containsExactly("trace=first", "trace=second");
    assertThat(servers.tables().load("lake.keyed").schema().findType("_kafka_offset"))
        .isEqualTo(Types.LongType.get());
  }

  private static String text(Record header) {
    return header.getField("key") + "=" + UTF_8.decode((ByteBuffer) header.getField("value"));
  }

  private static void create(String name, Map<String, String> converters) {
    servers.topics().create("lake." + name, 1);
    Map<String, String> options = new TreeMap<>(converters);
    options.put("topics", "lake." + name);
    servers.create(name, options);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
