/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Where metadata files live. {@link io.tidewater.catalog.storage.WarehouseFileIO} picks the file
 * access by the scheme of a location: {@link io.tidewater.catalog.storage.LocalFileIO} for {@code
 * file:} and plain paths, Iceberg's own {@code S3FileIO} for {@code s3:} and {@code s3a:}. Neither
 * needs Hadoop.
 *
 * <p>{@link io.tidewater.catalog.storage.WarehouseProperties} says which of the server's file
 * access settings are told to clients, and which are secrets that stay here.
 */
@NullMarked
package io.tidewater.catalog.storage;

import org.jspecify.annotations.NullMarked;
