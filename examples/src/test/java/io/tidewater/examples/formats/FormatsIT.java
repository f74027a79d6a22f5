/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.testing.registry.WireFormat;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Values and keys of each format, versions that alternate, and several types in one topic. */
@ExtendWith(SharedFormatServers.class)
class FormatsIT {
  private static final String VERSION =
      """
      {"type":"record","name":"Order","namespace":"shop","fields":[
       {"name":"id","type":"%s"}%s]}""";
  private static final String NOTE =
      ",{\"name\":\"note\",\"type\":[\"null\",\"string\"],\"default\":null}";

  private static FormatServers servers;

  @BeforeAll
  static void use(FormatServers shared) {
    servers = shared;
  }

  @Test
  void readsEachFormat() {
    for (String format : List.of("avro", "protobuf", "json-schema", "json")) {
      String topic = "formats." + format.replace('-', '_');
      servers.sink().topics().create(topic, 1);
      servers.create(topic, format, Map.of());
      send(topic, null, Samples.order(format, topic, servers.producer()));

      Record row = servers.sink().tables().await(topic, 1).get(0);

      assertThat(row.getField("id")).as(format).isEqualTo(7L);
      assertThat(row.getField("paid")).as(format).isEqualTo(true);
      assertThat(row.getField("weight")).as(format).isEqualTo(2.5);
      assertThat(((Record) row.getField("receiver")).getField("city")).isEqualTo("Bergen");
      assertThat(row.getField("tags")).as(format).isEqualTo(List.of("a", "b"));
      assertThat(row.struct().field("_kafka_schema_id") != null)
          .as(format)
          .isEqualTo(!format.equals("json"));
      servers.sink().awaitHolds(topic, topic);
    }
  }

  @Test
  void readsTextAndBytesAsTheyAre() {
    for (String format : List.of("string", "bytes")) {
      String topic = "formats." + format;
      servers.sink().topics().create(topic, 1);
      servers.create(topic, format, Map.of("tidewater.key.format", format));
      send(topic, "käse".getBytes(UTF_8), "grüß dich".getBytes(UTF_8));

      Record row = servers.sink().tables().await(topic, 1).get(0);

      boolean text = format.equals("string");
      ByteBuffer value = ByteBuffer.wrap("grüß dich".getBytes(UTF_8));
      ByteBuffer key = ByteBuffer.wrap("käse".getBytes(UTF_8));
      assertThat(row.getField("value")).isEqualTo(text ? "grüß dich" : value);
      assertThat(row.getField("_kafka_key")).isEqualTo(text ? "käse" : key);
    }
  }

  @Test
  void writesKeysAsText() {
    String topic = "formats.keyed";
    servers.sink().topics().create(topic, 1);
    servers.create(topic, "string", Map.of("tidewater.key.format", "avro"));
    int number = servers.producer().registerAvro(topic + "-key", "\"long\"");
    int record =
        servers
            .producer()
            .registerAvro(topic + "-key", VERSION.formatted("long", "").replace("Order", "Key"));
    send(topic, WireFormat.frame(number, new Payload().zigzag(42).bytes()), "a".getBytes(UTF_8));
    send(topic, WireFormat.frame(record, new Payload().zigzag(43).bytes()), "b".getBytes(UTF_8));

    assertThat(servers.sink().tables().await(topic, 2))
        .extracting(row -> row.getField("_kafka_key"))
        .containsExactly("42", "{\"id\":43}");
  }

  @Test
  void followsVersionsThatAlternate() {
    String topic = "formats.versions";
    servers.sink().topics().create(topic, 1);
    servers.create(topic, "avro", Map.of());
    int first = servers.producer().registerAvro(topic + "-value", VERSION.formatted("int", ""));
    int second = servers.producer().registerAvro(topic + "-value", VERSION.formatted("long", NOTE));
    for (int round = 0; round < 50; round++) {
      servers.send(topic, 0, first, new Payload().zigzag(round).bytes());
      servers.send(topic, 0, second, new Payload().zigzag(1L << 40).zigzag(1).text("n").bytes());
    }

    List<Record> rows = servers.sink().tables().await(topic, 100);

    for (int index = 0; index < 100; index++) {
      boolean old = index % 2 == 0;
      assertThat(rows.get(index).getField("id")).isEqualTo(old ? index / 2L : 1L << 40);
      assertThat(rows.get(index).getField("note")).isEqualTo(old ? null : "n");
      assertThat(rows.get(index).getField("_kafka_schema_id")).isEqualTo(old ? first : second);
    }
    assertThat(servers.sink().tables().load(topic).schemas()).hasSize(2);
    servers.sink().awaitHolds(topic, topic);
  }

  @Test
  void givesTypesTablesOfTheirOwnOrOneWideTable() {
    servers.sink().topics().create("formats.types", 2);
    servers.sink().topics().create("formats.wide", 2);
    servers.create(
        "formats.types",
        "avro",
        Map.of(
            "tidewater.subject-strategy", "record",
            "tidewater.table.template", "${topic}_${record.name}"));
    servers.create("formats.wide", "avro", Map.of("tidewater.subject-strategy", "record"));
    int placed =
        servers
            .producer()
            .registerAvro("shop.Placed", VERSION.formatted("long", "").replace("Order", "Placed"));
    int noted =
        servers
            .producer()
            .registerAvro("shop.Noted", VERSION.formatted("long", NOTE).replace("Order", "Noted"));
    for (String topic : List.of("formats.types", "formats.wide")) {
      for (int number = 0; number < 20; number++) {
        servers.send(topic, number % 2, placed, new Payload().zigzag(number).bytes());
        servers.send(
            topic, number % 2, noted, new Payload().zigzag(number).zigzag(1).text("n").bytes());
      }
    }

    assertThat(servers.sink().tables().await("formats.types_placed", 20))
        .hasSize(20)
        .allSatisfy(row -> assertThat(row.struct().field("note")).isNull());
    assertThat(servers.sink().tables().await("formats.types_noted", 20))
        .hasSize(20)
        .allSatisfy(row -> assertThat(row.getField("note")).isEqualTo("n"));
    assertThat(servers.sink().tables().await("formats.wide", 40)).hasSize(40);
    servers.sink().awaitHolds("formats.wide", "formats.wide");
  }

  private static void send(String topic, byte[] key, byte[] value) {
    servers.sink().records().send(new ProducerRecord<>(topic, 0, key, value));
  }
}
