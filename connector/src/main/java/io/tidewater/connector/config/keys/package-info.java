/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Which keys a connector's configuration may hold, and how their values are read.
 *
 * <p>An {@link io.tidewater.connector.config.keys.OptionGroup} defines the options with a fixed
 * key, a {@link io.tidewater.connector.config.keys.KeyFamily} those that begin with a prefix, and
 * {@link io.tidewater.connector.config.keys.ApacheOption} lists what the Apache Iceberg sink knows
 * and this one has no use for. {@link io.tidewater.connector.config.keys.KnownKeys} holds them all
 * and finds the keys that nobody knows. A {@link io.tidewater.connector.config.keys.Settings} reads
 * one configuration and collects every {@link io.tidewater.connector.config.keys.Problem} in it, so
 * that a user sees all mistakes at once.
 */
@NullMarked
package io.tidewater.connector.config.keys;

import org.jspecify.annotations.NullMarked;
