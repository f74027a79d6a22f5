/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import io.tidewater.catalog.metadata.StoredMetadata;
import io.tidewater.catalog.store.CatalogStore;
import io.tidewater.catalog.store.TabularKind;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.rest.requests.CreateTableRequest;
import org.apache.iceberg.util.LocationUtil;

/** Makes new tables. Safe for use by many threads. */
public final class TableCreation {
  private final CatalogStore store;
  private final DefaultLocations locations;
  private final Commits<TableMetadata> commits;

  TableCreation(CatalogStore store, DefaultLocations locations, Commits<TableMetadata> commits) {
    this.store = store;
    this.locations = locations;
    this.commits = commits;
  }

  public StoredMetadata<TableMetadata> create(Namespace namespace, CreateTableRequest request) {
    return commits.create(TableIdentifier.of(namespace, request.name()), stage(namespace, request));
  }

  /** The metadata that a new table would begin with. Nothing is written and no name is taken. */
  public TableMetadata stage(Namespace namespace, CreateTableRequest request) {
    TableIdentifier identifier = TableIdentifier.of(namespace, request.name());
    Names.check(identifier);
    if (store.namespace(namespace).isEmpty()) {
      throw new NoSuchNamespaceException("Namespace does not exist: %s", namespace);
    }
    if (store.tabular(TabularKind.TABLE, identifier).isPresent()) {
      throw new AlreadyExistsException("Table already exists: %s", identifier);
    }
    return TableMetadata.newTableMetadata(
        request.schema(),
        request.spec() == null ? PartitionSpec.unpartitioned() : request.spec(),
        request.writeOrder() == null ? SortOrder.unsorted() : request.writeOrder(),
        request.location() == null
            ? locations.of(identifier)
            : LocationUtil.stripTrailingSlash(request.location()),
        request.properties());
  }
}
