/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.orders;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Invents orders, one after the other. Not safe for several threads. */
public final class OrderGenerator {
  private static final List<String> COUNTRIES =
      List.of("DE", "US", "JP", "FR", "BR", "IN", "NL", "SE");
  private static final List<String> STATUSES =
      List.of("placed", "placed", "paid", "paid", "shipped", "shipped", "shipped", "returned");
  private static final List<String> CHANNELS = List.of("web", "app", "store");
  private static final List<String> CARRIERS = List.of("post", "bike", "freight");
  private static final List<String> ARTICLES =
      List.of("kettle", "lamp", "chair", "desk", "teapot", "radio", "bench", "clock");
  private static final int CUSTOMERS = 20_000;
  private static final int MOST_ITEMS = 4;
  private static final Duration BETWEEN_ORDERS = Duration.ofMillis(40);

  private final RandomGenerator random;
  private Instant now;
  private long number;

  /**
   * A shop that has just opened.
   *
   * @param random decides everything
   * @param opening when the first order is placed
   */
  public OrderGenerator(RandomGenerator random, Instant opening) {
    this.random = random;
    this.now = opening;
  }

  public Order next() {
    number++;
    now = now.plus(BETWEEN_ORDERS);
    List<Item> items = new ArrayList<>(MOST_ITEMS);
    for (int count = 1 + random.nextInt(MOST_ITEMS); count > 0; count--) {
      items.add(item());
    }
    return new Order(number, now, customer(), items, fulfilment());
  }

  /** The country belongs to the customer, so that a group by either agrees. */
  private Customer customer() {
    int id = random.nextInt(CUSTOMERS);
    return new Customer(id, COUNTRIES.get(id % COUNTRIES.size()), random.nextInt(5_000));
  }

  private Item item() {
    int article = random.nextInt(ARTICLES.size());
    BigDecimal price = BigDecimal.valueOf(450L + 1_370L * article + random.nextInt(200), 2);
    return new Item(ARTICLES.get(article), 1 + random.nextInt(3), price);
  }

  private Fulfilment fulfilment() {
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    return new Fulfilment(
        one(STATUSES), one(CHANNELS), one(CARRIERS), today.plusDays(1 + random.nextInt(5)));
  }

  private String one(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
