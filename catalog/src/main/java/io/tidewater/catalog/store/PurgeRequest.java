/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store;

/**
 * Files of a dropped table that are still to be deleted.
 *
 * @param id names the request
 * @param kind whether a table or a view was dropped
 * @param metadataLocation the metadata that tells which files those are
 */
public record PurgeRequest(String id, TabularKind kind, String metadataLocation) {}
