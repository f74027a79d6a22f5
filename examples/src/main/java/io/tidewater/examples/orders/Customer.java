/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.orders;

/**
 * Who ordered.
 *
 * @param id the customer's number
 * @param country two letters
 * @param points loyalty points, which outgrow an int in the second version of the schema
 */
record Customer(long id, String country, long points) {}
