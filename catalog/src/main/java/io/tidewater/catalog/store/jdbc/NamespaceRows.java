/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store.jdbc;

import io.tidewater.catalog.store.NamespaceRecord;
import io.tidewater.catalog.store.Page;
import io.tidewater.catalog.store.PageRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NamespaceNotEmptyException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;

/** The table {@code namespaces}. Each method works in the transaction of its connection. */
record NamespaceRows(Supplier<UUID> ids) {

  void insert(Connection connection, Namespace namespace, Map<String, String> properties)
      throws SQLException {
    SqlQuery insert =
        new SqlQuery(
            """
            INSERT INTO namespaces (namespace_id, parent_id, path, name, properties, version)
            SELECT ?, parent.namespace_id, ?, ?, ?, 0 FROM namespaces parent WHERE parent.path = ?
            ON CONFLICT DO NOTHING
            """,
            ids.get().toString(),
            NamespacePath.of(namespace),
            namespace.level(namespace.length() - 1),
            PropertiesColumn.of(properties),
            NamespacePath.parentOf(namespace));
    if (insert.update(connection) == 0) {
      if (find(connection, namespace).isPresent()) {
        throw new AlreadyExistsException("Namespace already exists: %s", namespace);
      }
      throw new NoSuchNamespaceException(
          "Namespace cannot be created: %s. Its parent does not exist", namespace);
    }
  }

  Optional<NamespaceRecord> find(Connection connection, Namespace namespace) throws SQLException {
    return new SqlQuery(
            "SELECT properties, version FROM namespaces WHERE path = ?",
            NamespacePath.of(namespace))
        .first(
            connection,
            row ->
                new NamespaceRecord(
                    namespace,
                    PropertiesColumn.read(row.getString("properties")),
                    row.getLong("version")));
  }

  void require(Connection connection, Namespace namespace) throws SQLException {
    if (find(connection, namespace).isEmpty()) {
      throw new NoSuchNamespaceException("Namespace does not exist: %s", namespace);
    }
  }

  Page<Namespace> children(Connection connection, Namespace parent, PageRequest page)
      throws SQLException {
    require(connection, parent);
    return NamePages.cut(
        new SqlQuery(
                """
                SELECT child.name FROM namespaces child
                JOIN namespaces parent ON child.parent_id = parent.namespace_id
                WHERE parent.path = ? AND child.name > ? ORDER BY child.name LIMIT ?
                """,
                NamespacePath.of(parent),
                NamePages.after(page),
                NamePages.rows(page))
            .list(connection, row -> row.getString("name")),
        page,
        name -> NamespacePath.child(parent, name));
  }

  boolean updateProperties(
      Connection connection, NamespaceRecord base, Map<String, String> properties)
      throws SQLException {
    return new SqlQuery(
                """
                UPDATE namespaces SET properties = ?, version = version + 1
                WHERE path = ? AND version = ?
                """,
                PropertiesColumn.of(properties),
                NamespacePath.of(base.namespace()),
                base.version())
            .update(connection)
        == 1;
  }

  void delete(Connection connection, Namespace namespace) throws SQLException {
    SqlQuery delete =
        new SqlQuery(
            """
            DELETE FROM namespaces WHERE path = ?
            AND NOT EXISTS (
              SELECT 1 FROM namespaces child WHERE child.parent_id = namespaces.namespace_id)
            AND NOT EXISTS (
              SELECT 1 FROM tabulars WHERE tabulars.namespace_id = namespaces.namespace_id)
            """,
            NamespacePath.of(namespace));
    if (delete.update(connection) == 0) {
      require(connection, namespace);
      throw new NamespaceNotEmptyException("Namespace is not empty: %s", namespace);
    }
  }
}
