/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.orders;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The two versions of an order's schema, and how an order is written in each: as Kafka Connect's
 * {@code JsonConverter} reads it with {@code schemas.enable=true}.
 */
public enum OrderSchema {
  /** What the shop began with. */
  FIRST("order-v1.json"),
  /** Adds a channel and a nested delivery, and widens the customer's points to a long. */
  SECOND("order-v2.json");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String schema;

  OrderSchema(String resource) {
    this.schema = load(resource);
  }

  /** The message of an order: schema and payload, in UTF-8. */
  public byte[] message(Order order) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(schema.length() + 512);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeFieldName("schema");
      json.writeRawValue(schema);
      json.writeFieldName("payload");
      new OrderPayload(json).write(order, this);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String load(String resource) {
    try (InputStream stream = OrderSchema.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the jar lacks " + resource);
      }
      return new ObjectMapper().readTree(stream).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
