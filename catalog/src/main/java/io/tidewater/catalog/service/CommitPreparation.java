/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import io.tidewater.catalog.metadata.MetadataFiles;
import io.tidewater.catalog.metadata.StoredMetadata;
import io.tidewater.catalog.store.CatalogStore;
import io.tidewater.catalog.store.PointerChange;
import io.tidewater.catalog.store.TabularRecord;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first half of a commit: checks it, and writes the metadata that it leads to. */
final class CommitPreparation<M> {
  private static final Logger LOG = LoggerFactory.getLogger(CommitPreparation.class);

  private final CatalogStore store;
  private final MetadataFiles<M> files;
  private final TabularModel<M> model;

  CommitPreparation(CatalogStore store, MetadataFiles<M> files, TabularModel<M> model) {
    this.store = store;
    this.files = files;
    this.model = model;
  }

  /** Prepares what a request asks for, on what is current now. */
  PreparedCommit<M> update(TableIdentifier identifier, UpdateTableRequest request) {
    Optional<TabularRecord> current = attempt(() -> store.tabular(model.kind(), identifier));
    if (current.isEmpty() && model.creates(request)) {
      return creation(identifier, model.created(request));
    }
    return successor(current.orElseThrow(() -> model.missing(identifier)), request);
  }

  /** Prepares a new table or view. */
  PreparedCommit<M> creation(TableIdentifier identifier, M metadata) {
    if (store.namespace(identifier.namespace()).isEmpty()) {
      throw new NoSuchNamespaceException("Namespace does not exist: %s", identifier.namespace());
    }
    StoredMetadata<M> first;
    try {
      first = files.write(metadata, null);
    } catch (RuntimeException e) {
      throw new ValidationException(e, "%s was not created: %s", identifier, e.getMessage());
    }
    return PreparedCommit.creation(
        PointerChange.creation(model.kind(), identifier, first.location()), first);
  }

  private PreparedCommit<M> successor(TabularRecord tabular, UpdateTableRequest request) {
    StoredMetadata<M> base = attempt(() -> files.read(tabular.metadataLocation()));
    M changed = model.changed(base.metadata(), request);
    return changed == base.metadata()
        ? PreparedCommit.nothingToDo(base)
        : PreparedCommit.successor(
            tabular, base, attempt(() -> files.write(changed, base.location())));
  }

  /** A 5xx would tell the client that its commit may have happened. Here it surely did not. */
  private static <T> T attempt(Supplier<T> access) {
    try {
      return access.get();
    } catch (IllegalArgumentException | ValidationException | NotFoundException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new CommitFailedException(e, "Nothing was changed: %s", e.getMessage());
    }
  }

  /** Takes back what was written for a commit that certainly did not happen. */
  void discard(PreparedCommit<M> commit) {
    if (commit.change().isEmpty()) {
      return;
    }
    try {
      files.delete(commit.result());
    } catch (RuntimeException e) {
      LOG.warn("failed to delete unused metadata location={}", commit.result().location(), e);
    }
  }
}
