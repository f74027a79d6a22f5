/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The connector's options: read once, checked together, then passed around as records.
 *
 * <p>{@link io.tidewater.connector.config.SinkOptions} holds them all. Each group of options is a
 * record that defines its keys, says what they mean, and reads them from {@link
 * io.tidewater.connector.config.keys.Settings}: {@link
 * io.tidewater.connector.config.RoutingOptions}, {@link
 * io.tidewater.connector.config.TableOptions}, {@link io.tidewater.connector.config.ColumnOptions},
 * {@link io.tidewater.connector.config.CommitOptions}, {@link
 * io.tidewater.connector.config.SourceOptions} and {@link
 * io.tidewater.connector.config.CatalogOptions}. Where the Apache Iceberg sink has an option, its
 * name and meaning are kept.
 *
 * <p>A new group adds itself to {@code SinkOptions} in two lines; {@code docs/configuration.md} is
 * generated from the definitions.
 */
@NullMarked
package io.tidewater.connector.config;

import org.jspecify.annotations.NullMarked;
