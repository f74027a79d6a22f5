/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Finds the cluster, the catalog and the schema registry that a command works with.
 *
 * <p>A running quickstart writes its {@link io.tidewater.examples.connection.Endpoints} to a {@link
 * io.tidewater.examples.connection.StateFile}; the options {@link
 * io.tidewater.examples.connection.KafkaOptions} and {@link
 * io.tidewater.examples.connection.CatalogOptions} fall back on it, so that {@code verify} and
 * {@code sql} need no addresses beside it.
 */
@NullMarked
package io.tidewater.examples.connection;

import org.jspecify.annotations.NullMarked;
