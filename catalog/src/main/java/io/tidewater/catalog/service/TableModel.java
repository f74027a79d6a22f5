/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import io.tidewater.catalog.store.TabularKind;
import java.util.List;
import org.apache.iceberg.MetadataUpdate;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.UpdateRequirement;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.rest.requests.UpdateTableRequest;

/** How requests change tables. */
final class TableModel implements TabularModel<TableMetadata> {
  @Override
  public TabularKind kind() {
    return TabularKind.TABLE;
  }

  @Override
  public boolean creates(UpdateTableRequest request) {
    return request.requirements().stream()
        .anyMatch(UpdateRequirement.AssertTableDoesNotExist.class::isInstance);
  }

  @Override
  public TableMetadata created(UpdateTableRequest request) {
    request.requirements().forEach(requirement -> requirement.validate((TableMetadata) null));
    return applied(emptyOfVersion(request.updates()), request.updates());
  }

  @Override
  public TableMetadata changed(TableMetadata base, UpdateTableRequest request) {
    request.requirements().forEach(requirement -> requirement.validate(base));
    TableMetadata changed = applied(TableMetadata.buildFrom(base), request.updates());
    return changed.changes().isEmpty() ? base : changed;
  }

  @Override
  public RuntimeException missing(TableIdentifier identifier) {
    return new NoSuchTableException("Table does not exist: %s", identifier);
  }

  /** The format version is chosen where metadata begins, not changed afterwards. */
  private static TableMetadata.Builder emptyOfVersion(List<MetadataUpdate> updates) {
    return updates.stream()
        .filter(MetadataUpdate.UpgradeFormatVersion.class::isInstance)
        .map(MetadataUpdate.UpgradeFormatVersion.class::cast)
        .findFirst()
        .map(version -> TableMetadata.buildFromEmpty(version.formatVersion()))
        .orElseGet(TableMetadata::buildFromEmpty);
  }

  private static TableMetadata applied(
      TableMetadata.Builder builder, List<MetadataUpdate> updates) {
    updates.forEach(update -> update.applyTo(builder));
    return builder.build();
  }
}
