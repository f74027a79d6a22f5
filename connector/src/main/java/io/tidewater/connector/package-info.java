/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What Kafka Connect instantiates: {@link io.tidewater.connector.TidewaterSinkConnector}, which
 * checks a configuration and hands it to the tasks, and {@link
 * io.tidewater.connector.TidewaterSinkTask}, which writes records to tables. Threads and the
 * worker's surroundings enter here; the packages below get them through constructors.
 */
@NullMarked
package io.tidewater.connector;

import org.jspecify.annotations.NullMarked;
