/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store.jdbc;

import io.tidewater.catalog.store.Page;
import io.tidewater.catalog.store.PageRequest;
import io.tidewater.catalog.store.PointerChange;
import io.tidewater.catalog.store.TabularKind;
import io.tidewater.catalog.store.TabularRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;

/** The table {@code tabulars}. Each method works in the transaction of its connection. */
record TabularRows(NamespaceRows namespaces, Supplier<UUID> ids) {

  Optional<TabularRecord> find(Connection connection, TabularKind kind, TableIdentifier identifier)
      throws SQLException {
    return find(connection, identifier).filter(found -> found.kind() == kind);
  }

  /** Whatever has the name, table or view. */
  private Optional<TabularRecord> find(Connection connection, TableIdentifier identifier)
      throws SQLException {
    return new SqlQuery(
            """
            SELECT t.tabular_id, t.kind, t.metadata_location FROM tabulars t
            JOIN namespaces n ON t.namespace_id = n.namespace_id
            WHERE n.path = ? AND t.name = ?
            """,
            NamespacePath.of(identifier.namespace()),
            identifier.name())
        .first(
            connection,
            row ->
                new TabularRecord(
                    row.getString("tabular_id"),
                    TabularKind.valueOf(row.getString("kind")),
                    identifier,
                    row.getString("metadata_location")));
  }

  Page<TableIdentifier> list(
      Connection connection, TabularKind kind, Namespace namespace, PageRequest page)
      throws SQLException {
    namespaces.require(connection, namespace);
    return NamePages.cut(
        new SqlQuery(
                """
                SELECT t.name FROM tabulars t
                JOIN namespaces n ON t.namespace_id = n.namespace_id
                WHERE n.path = ? AND t.kind = ? AND t.name > ? ORDER BY t.name LIMIT ?
                """,
                NamespacePath.of(namespace),
                kind.name(),
                NamePages.after(page),
                NamePages.rows(page))
            .list(connection, row -> row.getString("name")),
        page,
        name -> TableIdentifier.of(namespace, name));
  }

  void apply(Connection connection, PointerChange change) throws SQLException {
    if (change.base().isPresent()) {
      swap(connection, change.base().get(), change.metadataLocation());
    } else {
      insert(connection, change);
    }
  }

  private void swap(Connection connection, TabularRecord base, String metadataLocation)
      throws SQLException {
    SqlQuery swap =
        new SqlQuery(
            """
            UPDATE tabulars SET metadata_location = ?
            WHERE tabular_id = ? AND metadata_location = ?
            """,
            metadataLocation,
            base.id(),
            base.metadataLocation());
    if (swap.update(connection) == 0) {
      throw changedSinceRead(base);
    }
  }

  private void insert(Connection connection, PointerChange change) throws SQLException {
    TableIdentifier identifier = change.identifier();
    SqlQuery insert =
        new SqlQuery(
            """
            INSERT INTO tabulars (tabular_id, namespace_id, name, kind, metadata_location)
            SELECT ?, namespace_id, ?, ?, ? FROM namespaces WHERE path = ?
            ON CONFLICT DO NOTHING
            """,
            ids.get().toString(),
            identifier.name(),
            change.kind().name(),
            change.metadataLocation(),
            NamespacePath.of(identifier.namespace()));
    if (insert.update(connection) == 0) {
      namespaces.require(connection, identifier.namespace());
      throw nameTaken(connection, change.kind(), identifier);
    }
  }

  boolean rename(Connection connection, TabularKind kind, TableIdentifier from, TableIdentifier to)
      throws SQLException {
    Optional<TabularRecord> source = find(connection, kind, from);
    if (source.isEmpty()) {
      return false;
    }
    namespaces.require(connection, to.namespace());
    SqlQuery rename =
        new SqlQuery(
            """
            UPDATE tabulars SET name = ?,
              namespace_id = (SELECT namespace_id FROM namespaces WHERE path = ?)
            WHERE tabular_id = ? AND NOT EXISTS (
              SELECT 1 FROM tabulars taken
              JOIN namespaces n ON taken.namespace_id = n.namespace_id
              WHERE n.path = ? AND taken.name = ?)
            """,
            to.name(),
            NamespacePath.of(to.namespace()),
            source.get().id(),
            NamespacePath.of(to.namespace()),
            to.name());
    if (rename.update(connection) == 0) {
      throw new AlreadyExistsException(
          "Cannot rename %s to %s. %s already exists", from, to, takenBy(connection, to).noun());
    }
    return true;
  }

  void delete(Connection connection, TabularRecord tabular) throws SQLException {
    SqlQuery delete =
        new SqlQuery(
            "DELETE FROM tabulars WHERE tabular_id = ? AND metadata_location = ?",
            tabular.id(),
            tabular.metadataLocation());
    if (delete.update(connection) == 0) {
      throw changedSinceRead(tabular);
    }
  }

  private static CommitFailedException changedSinceRead(TabularRecord tabular) {
    return new CommitFailedException(
        "%s has changed since it was read: %s", tabular.kind().noun(), tabular.identifier());
  }

  private AlreadyExistsException nameTaken(
      Connection connection, TabularKind wanted, TableIdentifier identifier) throws SQLException {
    TabularKind taken = takenBy(connection, identifier);
    return taken == wanted
        ? new AlreadyExistsException("%s already exists: %s", taken.noun(), identifier)
        : new AlreadyExistsException(
            "%s with same name already exists: %s", taken.noun(), identifier);
  }

  private TabularKind takenBy(Connection connection, TableIdentifier identifier)
      throws SQLException {
    return find(connection, identifier).map(TabularRecord::kind).orElse(TabularKind.TABLE);
  }
}
