/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Real distributed Kafka Connect workers and their REST interface.
 *
 * <p>{@link io.tidewater.testing.connect.ConnectWorker} runs one worker process; workers with the
 * same group id form a cluster. {@link io.tidewater.testing.connect.ConnectRest} speaks to any
 * worker, and {@link io.tidewater.testing.connect.Connector} to one connector through it.
 */
@NullMarked
package io.tidewater.testing.connect;

import org.jspecify.annotations.NullMarked;
