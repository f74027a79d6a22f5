/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidewater.testing.registry.ProducerSchema;
import io.tidewater.testing.registry.RegistryClient;
import io.tidewater.testing.registry.WireFormat;
import java.util.List;

/** One order in each format with a registry, with a sample of the format's types. */
final class Samples {
  /** 2026-03-02T04:05:06.789Z. */
  private static final long MILLIS = 1_772_424_306_789L;

  private static final int DAY = 20_514;

  private static final String AVRO =
      """
      {"type":"record","name":"Order","namespace":"shop","fields":[
       {"name":"id","type":"long"},
       {"name":"paid","type":"boolean"},
       {"name":"quantity","type":"int"},
       {"name":"ratio","type":"float"},
       {"name":"weight","type":"double"},
       {"name":"note","type":["null","string"],"default":null},
       {"name":"raw","type":"bytes"},
       {"name":"state","type":{"type":"enum","name":"State","symbols":["NEW","SENT"]}},
       {"name":"price","type":{"type":"bytes","logicalType":"decimal","precision":9,"scale":2}},
       {"name":"day","type":{"type":"int","logicalType":"date"}},
       {"name":"placed","type":{"type":"long","logicalType":"timestamp-millis"}},
       {"name":"local","type":{"type":"long","logicalType":"local-timestamp-micros"}},
       {"name":"tags","type":{"type":"array","items":"string"}},
       {"name":"counts","type":{"type":"map","values":"long"}},
       {"name":"receiver","type":{"type":"record","name":"Receiver","fields":[
         {"name":"city","type":"string"},{"name":"floor","type":["null","int"]}]}}]}""";

  private static final String PROTOBUF =
      """
      syntax = "proto3";
      package shop;
      import "google/protobuf/timestamp.proto";
      message Order {
        int64 id = 1;
        bool paid = 2;
        sint32 quantity = 3;
        double weight = 4;
        optional string note = 5;
        bytes raw = 6;
        enum State { NEW = 0; SENT = 1; }
        State state = 7;
        google.protobuf.Timestamp placed = 8;
        repeated string tags = 9;
        map<string, int64> counts = 10;
        Receiver receiver = 11;
        message Receiver { string city = 1; optional int32 floor = 2; }
      }
      """;

  private static final String JSON_SCHEMA =
      """
      {"$schema":"http://json-schema.org/draft-07/schema#","title":"Order","type":"object",
       "properties":{
        "id":{"type":"integer"},"paid":{"type":"boolean"},"quantity":{"type":"integer"},
        "weight":{"type":"number"},"note":{"type":["string","null"]},
        "state":{"enum":["NEW","SENT"],"type":"string"},
        "placed":{"type":"string","format":"date-time"},
        "tags":{"type":"array","items":{"type":"string"}},
        "receiver":{"type":"object","properties":{
          "city":{"type":"string"},"floor":{"type":"integer"}},"additionalProperties":false}},
       "required":["id"],"additionalProperties":false}""";

  private static final String JSON =
      """
      {"id":7,"paid":true,"quantity":-3,"weight":2.5,"note":null,"state":"SENT",\
      "placed":"2026-03-02T04:05:06.789Z","tags":["a","b"],\
      "receiver":{"city":"Bergen","floor":4}}""";

  private Samples() {}

  /** The value of an order in a format, framed where the format has schemas. */
  static byte[] order(String format, String topic, RegistryClient producer) {
    return switch (format) {
      case "avro" ->
          WireFormat.frame(producer.register(topic + "-value", ProducerSchema.avro(AVRO)), avro());
      case "protobuf" ->
          WireFormat.frame(
              producer.register(topic + "-value", ProducerSchema.protobuf(PROTOBUF)),
              List.of(0),
              protobuf());
      case "json-schema" ->
          WireFormat.frame(
              producer.register(topic + "-value", ProducerSchema.json(JSON_SCHEMA)), json());
      case "json" -> json();
      default -> throw new IllegalArgumentException("no order in " + format);
    };
  }

  private static byte[] avro() {
    return new Payload()
        .zigzag(7)
        .raw(1)
        .zigzag(-3)
        .ieee(1.5f)
        .ieee(2.5)
        .zigzag(0)
        .block(1, 2)
        .zigzag(1)
        .block(0x04, 0xd2)
        .zigzag(DAY)
        .zigzag(MILLIS)
        .zigzag(MILLIS * 1_000)
        .zigzag(2)
        .text("a")
        .text("b")
        .zigzag(0)
        .zigzag(1)
        .text("x")
        .zigzag(5)
        .zigzag(0)
        .text("Bergen")
        .zigzag(1)
        .zigzag(4)
        .bytes();
  }

  private static byte[] protobuf() {
    byte[] placed = new Payload().number(1, MILLIS / 1_000).number(2, 789_000_000).bytes();
    return new Payload()
        .number(1, 7)
        .number(2, 1)
        .varint(3 << 3)
        .zigzag(-3)
        .fraction(4, 2.5)
        .field(6, new byte[] {1, 2})
        .number(7, 1)
        .field(8, placed)
        .field(9, "a")
        .field(9, "b")
        .field(10, new Payload().field(1, "x").number(2, 5).bytes())
        .field(11, new Payload().field(1, "Bergen").number(2, 4).bytes())
        .bytes();
  }

  private static byte[] json() {
    return JSON.getBytes(UTF_8);
  }
}
