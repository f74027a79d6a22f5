/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderGeneratorTest {
  private static final Instant OPENING = Instant.parse("2026-11-21T08:00:00Z");

  @Test
  void repeatsItselfWithTheSameSeed() {
    assertThat(orders(7, 500)).isEqualTo(orders(7, 500)).isNotEqualTo(orders(8, 500));
  }

  @Test
  void numbersOrdersAsTimeGoesOn() {
    List<Order> orders = orders(1, 300);

    assertThat(orders).extracting(Order::number).startsWith(1L, 2L, 3L).endsWith(300L);
    assertThat(orders).extracting(Order::placedAt).isSorted().allMatch(OPENING::isBefore);
  }

  @Test
  void addsUpTheItems() {
    assertThat(orders(2, 200))
        .allSatisfy(
            order -> {
              assertThat(order.items()).isNotEmpty();
              assertThat(order.total().scale()).isEqualTo(2);
              assertThat(order.total().doubleValue())
                  .isEqualTo(
                      order.items().stream()
                          .mapToDouble(item -> item.price().doubleValue() * item.quantity())
                          .sum(),
                      within(0.001));
            });
  }

  @Test
  void keepsACustomerInOneCountry() {
    assertThat(
            orders(3, 5_000).stream()
                .collect(
                    Collectors.groupingBy(
                        Order::key,
                        Collectors.mapping(
                            order -> order.customer().country(), Collectors.toSet())))
                .values())
        .allMatch(countries -> countries.size() == 1);
  }

  private static List<Order> orders(long seed, int count) {
    OrderGenerator generator = new OrderGenerator(new Random(seed), OPENING);
    return Stream.generate(generator::next).limit(count).toList();
  }
}
