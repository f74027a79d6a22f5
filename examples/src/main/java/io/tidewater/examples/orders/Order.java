/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * One order.
 *
 * @param number its number, counted from 1
 * @param placedAt when it was placed
 * @param customer who ordered
 * @param items what was ordered, at least one
 * @param fulfilment what became of it
 */
public record Order(
    long number, Instant placedAt, Customer customer, List<Item> items, Fulfilment fulfilment) {
  public Order {
    items = List.copyOf(items);
  }

  /** Orders of one customer share it, so that they stay in order. */
  public String key() {
    return "customer-" + customer.id();
  }

  /** What the items cost. */
  BigDecimal total() {
    return items.stream()
        .map(item -> item.price().multiply(BigDecimal.valueOf(item.quantity())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
