/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The way to the Iceberg catalog: {@link io.tidewater.connector.catalog.CatalogLoader} opens what
 * the options name, with Hadoop's configuration where Hadoop is there; {@link
 * io.tidewater.connector.catalog.CatalogCheck} tries it before a connector starts, within a time.
 */
@NullMarked
package io.tidewater.connector.catalog;

import org.jspecify.annotations.NullMarked;
