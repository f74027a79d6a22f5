/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.orders;

import java.time.LocalDate;

/**
 * What became of an order. The first version of the schema has only the status.
 *
 * @param status placed, paid, shipped or returned
 * @param channel where the customer ordered
 * @param carrier who brings it
 * @param promisedOn the day by which it is to arrive
 */
record Fulfilment(String status, String channel, String carrier, LocalDate promisedOn) {}
