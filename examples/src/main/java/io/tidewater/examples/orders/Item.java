/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.orders;

import java.math.BigDecimal;

/**
 * One line of an order.
 *
 * @param sku the article
 * @param quantity how many of it
 * @param price of one, with two decimals
 */
record Item(String sku, int quantity, BigDecimal price) {}
