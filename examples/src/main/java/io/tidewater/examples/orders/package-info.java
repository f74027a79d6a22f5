/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The orders of a made-up shop, as the quickstart sends them to Kafka. Pure and seeded: the same
 * seed gives the same orders.
 *
 * <p>{@link io.tidewater.examples.orders.OrderGenerator} invents an {@link
 * io.tidewater.examples.orders.Order}; {@link io.tidewater.examples.orders.OrderSchema} writes it
 * as JSON with its schema, in the first version or, after the shop has grown, in the second.
 */
@NullMarked
package io.tidewater.examples.orders;

import org.jspecify.annotations.NullMarked;
