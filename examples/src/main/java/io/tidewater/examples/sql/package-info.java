/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code bin/tidewater sql}: Spark SQL in local mode on the tables of a catalog.
 *
 * <p>{@link io.tidewater.examples.sql.SqlCommand} opens one Spark session and runs each of the
 * {@link io.tidewater.examples.sql.Statements} in it.
 */
@NullMarked
package io.tidewater.examples.sql;

import org.jspecify.annotations.NullMarked;
