/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.junit.jupiter.api.Test;

/** Reads the messages with the converter that the quickstart's worker has. */
class OrderSchemaTest {
  private static final Order ORDER =
      new Order(
          42,
          Instant.parse("2026-11-21T08:00:00Z"),
          new Customer(7, "DE", 120),
          List.of(
              new Item("lamp", 2, new BigDecimal("19.90")),
              new Item("desk", 1, new BigDecimal("100.05"))),
          new Fulfilment("paid", "web", "bike", LocalDate.of(2026, 11, 24)));

  @Test
  void writesTheFirstVersion() {
    Struct value = read(OrderSchema.FIRST);

    assertThat(value.getInt64("order_id")).isEqualTo(42);
    assertThat(value.get("placed_at")).isEqualTo(Date.from(ORDER.placedAt()));
    assertThat(value.getString("status")).isEqualTo("paid");
    assertThat(value.getStruct("customer").getInt32("points")).isEqualTo(120);
    assertThat(value.get("total")).isEqualTo(new BigDecimal("139.85"));
    assertThat(value.<Struct>getArray("items"))
        .extracting(
            item -> item.get("sku"), item -> item.get("quantity"), item -> item.get("price"))
        .containsExactly(
            tuple("lamp", 2, new BigDecimal("19.90")), tuple("desk", 1, new BigDecimal("100.05")));
    assertThat(value.schema().field("delivery")).isNull();
  }

  @Test
  void addsAndWidensFieldsInTheSecondVersion() {
    Struct value = read(OrderSchema.SECOND);

    assertThat(value.getStruct("customer").getInt64("points")).isEqualTo(120L);
    assertThat(value.getString("channel")).isEqualTo("web");
    assertThat(value.schema().field("channel").schema().isOptional()).isTrue();
    Struct delivery = value.getStruct("delivery");
    assertThat(delivery.getString("carrier")).isEqualTo("bike");
    assertThat(delivery.get("promised_on"))
        .isEqualTo(Date.from(LocalDate.of(2026, 11, 24).atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  private static Struct read(OrderSchema schema) {
    try (JsonConverter converter = new JsonConverter()) {
      converter.configure(Map.of("schemas.enable", "true"), false);
      SchemaAndValue value = converter.toConnectData("shop.orders", schema.message(ORDER));
      assertThat(value.schema().type()).isEqualTo(Schema.Type.STRUCT);
      return (Struct) value.value();
    }
  }
}
