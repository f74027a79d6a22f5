/* SPDX-License-Identifier: Apache-2.0 */
/** A plugin of Kafka Connect that tests put on a worker's plugin path. */
@NullMarked
package io.tidewater.testing.connect.plugin;

import org.jspecify.annotations.NullMarked;
