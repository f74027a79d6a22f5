/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * The catalog's memory. Every method is one transaction: it happens as a whole or not at all, and
 * is seen by every call that starts after it returned. Safe for use by many threads.
 *
 * <p>Any method may throw {@link StoreUnavailableException}; those that change something may also
 * throw {@link StoreOutcomeUnknownException}. All other exceptions named here mean that nothing was
 * changed.
 */
public interface CatalogStore extends AutoCloseable {
  /**
   * Adds a namespace.
   *
   * @throws org.apache.iceberg.exceptions.AlreadyExistsException if it is there
   * @throws org.apache.iceberg.exceptions.NoSuchNamespaceException if its parent is not
   */
  void createNamespace(Namespace namespace, Map<String, String> properties);

  Optional<NamespaceRecord> namespace(Namespace namespace);

  /**
   * The direct children of a namespace; those of the empty namespace are the top level.
   *
   * @throws org.apache.iceberg.exceptions.NoSuchNamespaceException if the parent is not there
   */
  Page<Namespace> namespaces(Namespace parent, PageRequest page);

  /**
   * Replaces the properties of a namespace, if they are still those of the record.
   *
   * @return whether they were replaced; if not, read the record again
   */
  boolean replaceProperties(NamespaceRecord base, Map<String, String> properties);

  /**
   * Removes an empty namespace.
   *
   * @throws org.apache.iceberg.exceptions.NoSuchNamespaceException if it is not there
   * @throws org.apache.iceberg.exceptions.NamespaceNotEmptyException if anything is in it
   */
  void dropNamespace(Namespace namespace);

  Optional<TabularRecord> tabular(TabularKind kind, TableIdentifier identifier);

  /**
   * The tables, or the views, of a namespace.
   *
   * @throws org.apache.iceberg.exceptions.NoSuchNamespaceException if the namespace is not there
   */
  Page<TableIdentifier> tabulars(TabularKind kind, Namespace namespace, PageRequest page);

  /**
   * Moves all pointers, or none.
   *
   * @throws org.apache.iceberg.exceptions.CommitFailedException if a base is no longer current
   * @throws org.apache.iceberg.exceptions.AlreadyExistsException if a new name is taken
   * @throws org.apache.iceberg.exceptions.NoSuchNamespaceException if a new name's namespace is
   *     gone
   */
  void commit(List<PointerChange> changes);

  /**
   * Renames a table or a view, also into another namespace. What it points to stays.
   *
   * @return false if nothing of that kind has the old name
   * @throws org.apache.iceberg.exceptions.AlreadyExistsException if the new name is taken
   * @throws org.apache.iceberg.exceptions.NoSuchNamespaceException if its namespace is not there
   */
  boolean rename(TabularKind kind, TableIdentifier from, TableIdentifier to);

  /**
   * Forgets a table or a view and, in the same transaction, remembers to delete its files if that
   * is wanted.
   *
   * @return false if nothing of that kind has the name
   * @throws org.apache.iceberg.exceptions.CommitFailedException if it changed at the same moment
   */
  boolean drop(TabularKind kind, TableIdentifier identifier, Disposal disposal);

  /** Files that are still to be deleted. */
  List<PurgeRequest> purges();

  /** Forgets a purge that was carried out. */
  void purged(PurgeRequest purge);

  /** Lets go of the database. */
  @Override
  void close();
}
