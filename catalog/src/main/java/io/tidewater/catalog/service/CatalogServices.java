/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import io.tidewater.catalog.metadata.MetadataFiles;
import io.tidewater.catalog.metadata.TableMetadataFormat;
import io.tidewater.catalog.metadata.ViewMetadataFormat;
import io.tidewater.catalog.storage.WarehouseFiles;
import io.tidewater.catalog.store.CatalogStore;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.view.ViewMetadata;

/** All that the catalog does, wired over a store and the warehouse's files. */
public final class CatalogServices {
  private final NamespaceService namespaces;
  private final TabularService<TableMetadata> tables;
  private final TableCreation tableCreation;
  private final TransactionService transactions;
  private final TabularService<ViewMetadata> views;
  private final ViewCreation viewCreation;

  /**
   * Also carries on with purges that the last run left.
   *
   * @param warehouse where tables go that are created without a location
   * @param ids makes ids and locations unique
   * @param background runs what no client waits for
   */
  public CatalogServices(
      CatalogStore store,
      WarehouseFiles files,
      WarehouseSettings warehouse,
      Supplier<UUID> ids,
      Executor background) {
    DefaultLocations locations = new DefaultLocations(store, warehouse.location(), ids);
    Purges purges = new Purges(store, files, background);
    Pointers pointers = new Pointers(store);
    CommitQueue queue = new CommitQueue();

    TableModel tableModel = new TableModel();
    MetadataFiles<TableMetadata> tableFiles =
        new MetadataFiles<>(files, new TableMetadataFormat(), warehouse.cacheBytes(), ids);
    Commits<TableMetadata> tableCommits =
        new Commits<>(
            new CommitPreparation<>(store, tableFiles, tableModel),
            pointers,
            queue,
            commit -> background.execute(() -> forgetOldMetadata(files, commit)));

    ViewModel viewModel = new ViewModel();
    MetadataFiles<ViewMetadata> viewFiles =
        new MetadataFiles<>(files, new ViewMetadataFormat(), warehouse.cacheBytes() / 8, ids);
    Commits<ViewMetadata> viewCommits =
        new Commits<>(
            new CommitPreparation<>(store, viewFiles, viewModel), pointers, queue, commit -> {});

    this.namespaces = new NamespaceService(store);
    this.tables = new TabularService<>(store, tableFiles, tableModel, tableCommits, purges);
    this.tableCreation = new TableCreation(store, locations, tableCommits);
    this.transactions = new TransactionService(tableCommits);
    this.views = new TabularService<>(store, viewFiles, viewModel, viewCommits, purges);
    this.viewCreation = new ViewCreation(locations, viewCommits, ids);
    purges.begin();
  }

  /** Does so only where the table's property {@code write.metadata.delete-after-commit} says so. */
  private static void forgetOldMetadata(
      WarehouseFiles files, PreparedCommit<TableMetadata> commit) {
    if (commit.base() != null && commit.change().isPresent()) {
      CatalogUtil.deleteRemovedMetadataFiles(
          files, commit.base().metadata(), commit.result().metadata());
    }
  }

  public NamespaceService namespaces() {
    return namespaces;
  }

  public TabularService<TableMetadata> tables() {
    return tables;
  }

  public TableCreation tableCreation() {
    return tableCreation;
  }

  public TransactionService transactions() {
    return transactions;
  }

  public TabularService<ViewMetadata> views() {
    return views;
  }

  public ViewCreation viewCreation() {
    return viewCreation;
  }
}
