/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.orders;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes an order's fields, those of logical types in the form that Connect gives them. */
final class OrderPayload {
  private final JsonGenerator json;

  OrderPayload(JsonGenerator json) {
    this.json = json;
  }

  void write(Order order, OrderSchema version) throws IOException {
    json.writeStartObject();
    json.writeNumberField("order_id", order.number());
    json.writeNumberField("placed_at", order.placedAt().toEpochMilli());
    json.writeStringField("status", order.fulfilment().status());
    write(order.customer());
    json.writeArrayFieldStart("items");
    for (Item item : order.items()) {
      write(item);
    }
    json.writeEndArray();
    json.writeBinaryField("total", order.total().unscaledValue().toByteArray());
    if (version == OrderSchema.SECOND) {
      write(order.fulfilment());
    }
    json.writeEndObject();
  }

  private void write(Customer customer) throws IOException {
    json.writeObjectFieldStart("customer");
    json.writeNumberField("id", customer.id());
    json.writeStringField("country", customer.country());
    json.writeNumberField("points", customer.points());
    json.writeEndObject();
  }

  private void write(Item item) throws IOException {
    json.writeStartObject();
    json.writeStringField("sku", item.sku());
    json.writeNumberField("quantity", item.quantity());
    json.writeBinaryField("price", item.price().unscaledValue().toByteArray());
    json.writeEndObject();
  }

  private void write(Fulfilment fulfilment) throws IOException {
    json.writeStringField("channel", fulfilment.channel());
    json.writeObjectFieldStart("delivery");
    json.writeStringField("carrier", fulfilment.carrier());
    json.writeNumberField("promised_on", fulfilment.promisedOn().toEpochDay());
    json.writeEndObject();
  }
}
