/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import io.tidewater.catalog.store.CatalogStore;
import io.tidewater.catalog.store.Disposal;
import io.tidewater.catalog.store.NamespaceRecord;
import io.tidewater.catalog.store.Page;
import io.tidewater.catalog.store.PageRequest;
import io.tidewater.catalog.store.PointerChange;
import io.tidewater.catalog.store.PurgeRequest;
import io.tidewater.catalog.store.TabularKind;
import io.tidewater.catalog.store.TabularRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;

/** A real store, the commits of which can be made to go wrong, once. */
final class FaultyStore implements CatalogStore {
  private final CatalogStore store;
  private final AtomicReference<Fault> next = new AtomicReference<>(CatalogStore::commit);

  FaultyStore(CatalogStore store) {
    this.store = store;
  }

  /** What happens instead of a commit. */
  @FunctionalInterface
  interface Fault {
    void commit(CatalogStore store, List<PointerChange> changes);
  }

  void failOnce(Fault fault) {
    next.set(fault);
  }

  @Override
  public void commit(List<PointerChange> changes) {
    next.getAndSet(CatalogStore::commit).commit(store, changes);
  }

  @Override
  public void createNamespace(Namespace namespace, Map<String, String> properties) {
    store.createNamespace(namespace, properties);
  }

  @Override
  public Optional<NamespaceRecord> namespace(Namespace namespace) {
    return store.namespace(namespace);
  }

  @Override
  public Page<Namespace> namespaces(Namespace parent, PageRequest page) {
    return store.namespaces(parent, page);
  }

  @Override
  public boolean replaceProperties(NamespaceRecord base, Map<String, String> properties) {
    return store.replaceProperties(base, properties);
  }

  @Override
  public void dropNamespace(Namespace namespace) {
    store.dropNamespace(namespace);
  }

  @Override
  public Optional<TabularRecord> tabular(TabularKind kind, TableIdentifier identifier) {
    return store.tabular(kind, identifier);
  }

  @Override
  public Page<TableIdentifier> tabulars(TabularKind kind, Namespace namespace, PageRequest page) {
    return store.tabulars(kind, namespace, page);
  }

  @Override
  public boolean rename(TabularKind kind, TableIdentifier from, TableIdentifier to) {
    return store.rename(kind, from, to);
  }

  @Override
  public boolean drop(TabularKind kind, TableIdentifier identifier, Disposal disposal) {
    return store.drop(kind, identifier, disposal);
  }

  @Override
  public List<PurgeRequest> purges() {
    return store.purges();
  }

  @Override
  public void purged(PurgeRequest purge) {
    store.purged(purge);
  }

  @Override
  public void close() {
    store.close();
  }
}
