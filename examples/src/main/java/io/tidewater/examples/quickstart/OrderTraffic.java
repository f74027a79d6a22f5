/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

import io.tidewater.examples.kafka.TopicWriter;
import io.tidewater.examples.orders.Order;
import io.tidewater.examples.orders.OrderGenerator;
import io.tidewater.examples.orders.OrderSchema;
import io.tidewater.examples.progress.Progress;

/** Sends orders; halfway, the shop changes their schema. */
final class OrderTraffic {
  private static final int ORDERS_PER_STEP = 1_000;

  private final OrderGenerator generator;
  private final TopicWriter topic;

  OrderTraffic(OrderGenerator generator, TopicWriter topic) {
    this.generator = generator;
    this.topic = topic;
  }

  /** Sends so many orders and returns when Kafka has taken them all. */
  void send(long count, Progress produced) {
    for (long sent = 0; sent < count; sent++) {
      OrderSchema schema = sent < count / 2 ? OrderSchema.FIRST : OrderSchema.SECOND;
      Order order = generator.next();
      topic.send(order.key(), schema.message(order));
      if (sent % ORDERS_PER_STEP == 0) {
        produced.reached(topic.acknowledged());
      }
    }
    topic.flush();
    produced.reached(topic.acknowledged());
  }
}
