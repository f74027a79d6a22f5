/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Metadata files: read, written and kept in memory. A metadata file never changes once it is
 * written, so its location is the key of a cache that needs no invalidation.
 *
 * <p>{@link io.tidewater.catalog.metadata.MetadataFiles} does this for tables and views alike; what
 * differs between them is a {@link io.tidewater.catalog.metadata.MetadataFormat}. {@link
 * io.tidewater.catalog.metadata.StoredMetadata} keeps both forms: parsed, to build the next version
 * on, and the bytes, which a load hands out as they are, since the file's JSON is the protocol's.
 */
@NullMarked
package io.tidewater.catalog.metadata;

import org.jspecify.annotations.NullMarked;
