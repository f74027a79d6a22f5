/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store;

import java.util.Optional;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * One move of a metadata pointer: a new table or view, or the next version of one.
 *
 * @param kind whether it is a table or a view
 * @param identifier its name
 * @param base the record that the new metadata was built on; empty for a creation
 * @param metadataLocation the metadata file to point to, already written
 */
public record PointerChange(
    TabularKind kind,
    TableIdentifier identifier,
    Optional<TabularRecord> base,
    String metadataLocation) {

  public static PointerChange creation(
      TabularKind kind, TableIdentifier identifier, String metadataLocation) {
    return new PointerChange(kind, identifier, Optional.empty(), metadataLocation);
  }

  public static PointerChange swap(TabularRecord base, String metadataLocation) {
    return new PointerChange(base.kind(), base.identifier(), Optional.of(base), metadataLocation);
  }
}
