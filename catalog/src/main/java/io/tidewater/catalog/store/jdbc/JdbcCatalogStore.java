/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store.jdbc;

import io.tidewater.catalog.store.CatalogStore;
import io.tidewater.catalog.store.Disposal;
import io.tidewater.catalog.store.NamespaceRecord;
import io.tidewater.catalog.store.Page;
import io.tidewater.catalog.store.PageRequest;
import io.tidewater.catalog.store.PointerChange;
import io.tidewater.catalog.store.PurgeRequest;
import io.tidewater.catalog.store.TabularKind;
import io.tidewater.catalog.store.TabularRecord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;

/** The catalog's memory in a SQL database, each call one transaction of it. */
public final class JdbcCatalogStore implements CatalogStore {
  private final Database database;
  private final NamespaceRows namespaces;
  private final TabularRows tabulars;
  private final PurgeRows purges;

  private JdbcCatalogStore(Database database, Supplier<UUID> ids) {
    this.database = database;
    this.namespaces = new NamespaceRows(ids);
    this.tabulars = new TabularRows(namespaces, ids);
    this.purges = new PurgeRows(ids);
  }

  /** Opens a SQLite file, which is created if it is missing and migrated if it is old. */
  public static JdbcCatalogStore sqlite(Path file, Supplier<UUID> ids) {
    return new JdbcCatalogStore(Database.open(new SqliteDialect(file)), ids);
  }

  @Override
  public void createNamespace(Namespace namespace, Map<String, String> properties) {
    change(connection -> namespaces.insert(connection, namespace, properties));
  }

  @Override
  public Optional<NamespaceRecord> namespace(Namespace namespace) {
    return database.read(connection -> namespaces.find(connection, namespace));
  }

  @Override
  public Page<Namespace> namespaces(Namespace parent, PageRequest page) {
    return database.read(connection -> namespaces.children(connection, parent, page));
  }

  @Override
  public boolean replaceProperties(NamespaceRecord base, Map<String, String> properties) {
    return database.write(connection -> namespaces.updateProperties(connection, base, properties));
  }

  @Override
  public void dropNamespace(Namespace namespace) {
    change(connection -> namespaces.delete(connection, namespace));
  }

  @Override
  public Optional<TabularRecord> tabular(TabularKind kind, TableIdentifier identifier) {
    return database.read(connection -> tabulars.find(connection, kind, identifier));
  }

  @Override
  public Page<TableIdentifier> tabulars(TabularKind kind, Namespace namespace, PageRequest page) {
    return database.read(connection -> tabulars.list(connection, kind, namespace, page));
  }

  @Override
  public void commit(List<PointerChange> changes) {
    change(
        connection -> {
          for (PointerChange pointer : changes) {
            tabulars.apply(connection, pointer);
          }
        });
  }

  @Override
  public boolean rename(TabularKind kind, TableIdentifier from, TableIdentifier to) {
    return database.write(connection -> tabulars.rename(connection, kind, from, to));
  }

  @Override
  public boolean drop(TabularKind kind, TableIdentifier identifier, Disposal disposal) {
    return database.write(
        connection -> {
          Optional<TabularRecord> dropped = tabulars.find(connection, kind, identifier);
          if (dropped.isPresent()) {
            tabulars.delete(connection, dropped.get());
            if (disposal == Disposal.PURGE_FILES) {
              purges.insert(connection, dropped.get());
            }
          }
          return dropped.isPresent();
        });
  }

  @Override
  public List<PurgeRequest> purges() {
    return database.read(purges::list);
  }

  @Override
  public void purged(PurgeRequest purge) {
    change(connection -> purges.delete(connection, purge));
  }

  @Override
  public void close() {
    database.close();
  }

  private void change(SqlChange change) {
    database.write(
        connection -> {
          change.run(connection);
          return true;
        });
  }

  /** Work that has nothing to tell but that it is done. */
  @FunctionalInterface
  private interface SqlChange {
    void run(Connection connection) throws SQLException;
  }
}
