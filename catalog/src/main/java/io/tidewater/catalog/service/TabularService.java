/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import io.tidewater.catalog.metadata.MetadataFiles;
import io.tidewater.catalog.metadata.StoredMetadata;
import io.tidewater.catalog.store.CatalogStore;
import io.tidewater.catalog.store.Disposal;
import io.tidewater.catalog.store.Page;
import io.tidewater.catalog.store.PageRequest;
import io.tidewater.catalog.store.PointerChange;
import io.tidewater.catalog.store.TabularRecord;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.rest.requests.UpdateTableRequest;

/** What can be done with tables and with views alike. Safe for use by many threads. */
public final class TabularService<M> {
  private final CatalogStore store;
  private final MetadataFiles<M> files;
  private final TabularModel<M> model;
  private final Commits<M> commits;
  private final Purges purges;

  TabularService(
      CatalogStore store,
      MetadataFiles<M> files,
      TabularModel<M> model,
      Commits<M> commits,
      Purges purges) {
    this.store = store;
    this.files = files;
    this.model = model;
    this.commits = commits;
    this.purges = purges;
  }

  public Page<TableIdentifier> list(Namespace namespace, PageRequest page) {
    return store.tabulars(model.kind(), namespace, page);
  }

  /** What the store knows of a name: where its metadata is. Touches no file. */
  public TabularRecord find(TableIdentifier identifier) {
    return store.tabular(model.kind(), identifier).orElseThrow(() -> model.missing(identifier));
  }

  /**
   * Looks whether the metadata is still there, where that costs nothing.
   *
   * @throws org.apache.iceberg.exceptions.NotFoundException if it is gone
   */
  public void checkPresent(TabularRecord tabular) {
    files.checkPresent(tabular.metadataLocation());
  }

  public StoredMetadata<M> load(TabularRecord tabular) {
    return files.read(tabular.metadataLocation());
  }

  /** Carries out the updates of a request, if its requirements are met; returns what is current. */
  public StoredMetadata<M> commit(TableIdentifier identifier, UpdateTableRequest request) {
    return commits.commit(identifier, request);
  }

  /** Takes over metadata that something else wrote, under a new name. */
  public StoredMetadata<M> register(TableIdentifier identifier, String metadataLocation) {
    Names.check(identifier);
    StoredMetadata<M> stored = files.read(metadataLocation);
    store.commit(List.of(PointerChange.creation(model.kind(), identifier, metadataLocation)));
    return stored;
  }

  /** Takes over metadata that something else wrote, in place of what has the name now, if any. */
  public StoredMetadata<M> registerOver(TableIdentifier identifier, String metadataLocation) {
    Optional<TabularRecord> current = store.tabular(model.kind(), identifier);
    if (current.isEmpty()) {
      return register(identifier, metadataLocation);
    }
    StoredMetadata<M> stored = files.read(metadataLocation);
    store.commit(List.of(PointerChange.swap(current.get(), metadataLocation)));
    return stored;
  }

  public void rename(TableIdentifier from, TableIdentifier to) {
    Names.check(to);
    if (!store.rename(model.kind(), from, to)) {
      throw model.missing(from);
    }
  }

  /**
   * Drops at once; files that are to be purged are deleted afterwards, in the background.
   *
   * @throws CommitFailedException if it was changed at the same moment
   */
  public void drop(TableIdentifier identifier, Disposal disposal) {
    if (!store.drop(model.kind(), identifier, disposal)) {
      throw model.missing(identifier);
    }
    if (disposal == Disposal.PURGE_FILES) {
      purges.begin();
    }
  }
}
