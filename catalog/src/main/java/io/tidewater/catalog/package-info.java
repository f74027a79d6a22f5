/* SPDX-License-Identifier: Apache-2.0 */
/**
 * An Iceberg REST catalog in one process. {@link io.tidewater.catalog.CatalogServer} starts it
 * inside any program or test, {@link io.tidewater.catalog.CatalogCommand} as a program of its own.
 *
 * <p>This package wires the others and nobody imports it: {@code http} speaks the protocol and
 * calls {@code service}, which decides; {@code service} reads and writes metadata files through
 * {@code metadata} and {@code storage}, and remembers what is current in {@code store}.
 */
@NullMarked
package io.tidewater.catalog;

import org.jspecify.annotations.NullMarked;
