/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.engines;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidewater.examples.sink.TestRecords;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;

/** Records with nested fields, in a schema and its successor. */
enum Shipment {
  /** The first schema. */
  OLD(Schema.INT32_SCHEMA),
  /** Widens {@code quantity} and adds {@code receiver.floor}. */
  NEW(Schema.INT64_SCHEMA);

  static final Instant FIRST = Instant.parse("2026-03-01T22:30:00Z");

  private final Schema receiver;
  private final Schema schema;

  Shipment(Schema quantity) {
    SchemaBuilder fields = SchemaBuilder.struct().field("city", Schema.STRING_SCHEMA);
    if (quantity.type() == Schema.Type.INT64) {
      fields.field("floor", Schema.OPTIONAL_INT32_SCHEMA);
    }
    receiver = fields.build();
    schema =
        SchemaBuilder.struct()
            .field("id", Schema.INT64_SCHEMA)
            .field("placed_at", Timestamp.SCHEMA)
            .field("quantity", quantity)
            .field("receiver", receiver)
            .field("items", SchemaBuilder.array(item()).build())
            .field("tags", SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA).build())
            .build();
  }

  /** Sends shipments, an hour apart, each to the partition that its id gives. */
  void send(TestRecords records, String topic, long firstId, int count) {
    for (long id = firstId; id < firstId + count; id++) {
      Instant at = FIRST.plus(Duration.ofHours(id));
      byte[] value = records.bytes(schema, struct(id, at));
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(
              topic, (int) (id % 2), at.toEpochMilli(), ("k" + id).getBytes(UTF_8), value);
      record.headers().add("source", "test".getBytes(UTF_8));
      records.send(record);
    }
  }

  private static Schema item() {
    return SchemaBuilder.struct()
        .field("sku", Schema.STRING_SCHEMA)
        .field("price", Decimal.builder(2).parameter("connect.decimal.precision", "10").build())
        .build();
  }

  private Struct struct(long id, Instant at) {
    Struct to = new Struct(receiver).put("city", id % 2 == 0 ? "Bergen" : "Bremen");
    if (this == NEW) {
      to.put("floor", (int) id);
    }
    return new Struct(schema)
        .put("id", id)
        .put("placed_at", Date.from(at))
        .put("quantity", this == NEW ? (Object) (1L << 40) : (Object) 3)
        .put("receiver", to)
        .put(
            "items",
            List.of(
                new Struct(item()).put("sku", "s" + id).put("price", BigDecimal.valueOf(id, 2))))
        .put("tags", Map.of("colour", "c" + id));
  }
}
