/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.metadata;

/**
 * Metadata that is written to a file. Immutable, and its bytes are not to be changed.
 *
 * @param location where the file is
 * @param json its content, uncompressed, in UTF-8
 * @param metadata its content, parsed, and knowing its location
 */
@SuppressWarnings("ArrayRecordComponent") // Shared, megabytes large, and compared by nobody.
public record StoredMetadata<M>(String location, byte[] json, M metadata) {}
