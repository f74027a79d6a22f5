/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the sink must survive, on real servers: workers that are killed, answers that get lost,
 * tables and topics that others change meanwhile. Each test ends by comparing topic and table,
 * offset by offset.
 *
 * <p>{@link io.tidewater.examples.survival.Servers} are started once and serve all tests, each of
 * which has a topic, a table and a connector of its own.
 */
@NullMarked
package io.tidewater.examples.survival;

import org.jspecify.annotations.NullMarked;
