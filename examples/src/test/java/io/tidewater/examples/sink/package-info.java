/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The sink, end to end, on a real broker, a real distributed worker that loads the plugin, and the
 * real catalog. {@link io.tidewater.examples.sink.SinkServers} starts them.
 */
@NullMarked
package io.tidewater.examples.sink;

import org.jspecify.annotations.NullMarked;
