/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store;

import org.apache.iceberg.catalog.TableIdentifier;

/**
 * A table or a view as the catalog knows it.
 *
 * @param id the catalog's own id; it outlives a rename and is never used again after a drop
 * @param kind whether it is a table or a view
 * @param identifier its name
 * @param metadataLocation where its current metadata file is
 */
public record TabularRecord(
    String id, TabularKind kind, TableIdentifier identifier, String metadataLocation) {}
