/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;

/** Finds all tables of a catalog by way of its namespaces. */
final class NamespaceWalk {
  private NamespaceWalk() {}

  /**
   * Lists all tables.
   *
   * @throws IllegalArgumentException the catalog cannot list namespaces
   */
  static List<TableIdentifier> tables(Catalog catalog) {
    if (!(catalog instanceof SupportsNamespaces namespaces)) {
      throw new IllegalArgumentException(
          "catalog %s (%s) cannot list its namespaces, so its tables cannot be found"
              .formatted(catalog.name(), catalog.getClass().getName()));
    }
    List<TableIdentifier> tables = new ArrayList<>();
    Deque<Namespace> open = new ArrayDeque<>(namespaces.listNamespaces());
    while (!open.isEmpty()) {
      Namespace namespace = open.pop();
      try {
        tables.addAll(catalog.listTables(namespace));
        namespaces.listNamespaces(namespace).forEach(open::push);
      } catch (NoSuchNamespaceException e) {
        // Somebody dropped it meanwhile.
      }
    }
    return tables;
  }
}
