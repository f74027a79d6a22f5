/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import io.tidewater.catalog.metadata.StoredMetadata;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.rest.requests.CreateViewRequest;
import org.apache.iceberg.util.LocationUtil;
import org.apache.iceberg.view.ViewMetadata;

/** Makes new views. Safe for use by many threads. */
public final class ViewCreation {
  private final DefaultLocations locations;
  private final Commits<ViewMetadata> commits;
  private final Supplier<UUID> ids;

  ViewCreation(DefaultLocations locations, Commits<ViewMetadata> commits, Supplier<UUID> ids) {
    this.locations = locations;
    this.commits = commits;
    this.ids = ids;
  }

  public StoredMetadata<ViewMetadata> create(Namespace namespace, CreateViewRequest request) {
    TableIdentifier identifier = TableIdentifier.of(namespace, request.name());
    Names.check(identifier);
    String location =
        request.location() == null
            ? locations.of(identifier)
            : LocationUtil.stripTrailingSlash(request.location());
    return commits.create(
        identifier,
        ViewMetadata.builder()
            .assignUUID(ids.get().toString())
            .setLocation(location)
            .setProperties(request.properties())
            .setCurrentVersion(request.viewVersion(), request.schema())
            .build());
  }
}
