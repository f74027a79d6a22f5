/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables of an Iceberg catalog. Loads each of them, and remembers the answer for an hour: that
 * is less than the age at which files can be orphans, so a table that was created since has none,
 * and one that was registered since gives itself away by its metadata file. Thread-safe.
 */
public final class CatalogNeighbours implements Neighbours {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogNeighbours.class);
  private static final Duration MEMORY = Duration.ofHours(1);

  private final Catalog catalog;
  private final InstantSource clock;
  private @Nullable Answer answer;

  /**
   * @param catalog lists tables by namespace, where it has namespaces
   */
  public CatalogNeighbours(Catalog catalog, InstantSource clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  private record Answer(Known known, Instant asked) {}

  @Override
  public synchronized Known known() {
    Instant now = clock.instant();
    Answer remembered = answer;
    if (remembered != null && now.isBefore(remembered.asked().plus(MEMORY))) {
      return remembered.known();
    }
    List<Neighbour> tables = new ArrayList<>();
    List<TableIdentifier> unreadable = new ArrayList<>();
    for (Namespace namespace : namespaces()) {
      for (TableIdentifier name : list(namespace)) {
        load(name, tables, unreadable);
      }
    }
    Known known = new Known(tables, unreadable);
    answer = new Answer(known, now);
    return known;
  }

  private void load(
      TableIdentifier name, List<Neighbour> tables, List<TableIdentifier> unreadable) {
    try {
      Table table = catalog.loadTable(name);
      tables.add(new Neighbour(name, table.uuid().toString(), TableFolders.of(table)));
    } catch (NoSuchTableException e) {
      LOG.debug("table was dropped meanwhile table={}", name, e);
    } catch (RuntimeException e) {
      LOG.warn("table cannot be loaded, so its locations are unknown table={}", name, e);
      unreadable.add(name);
    }
  }

  private List<TableIdentifier> list(Namespace namespace) {
    try {
      return catalog.listTables(namespace);
    } catch (NoSuchNamespaceException e) {
      LOG.debug("namespace was dropped meanwhile namespace={}", namespace, e);
      return List.of();
    }
  }

  private List<Namespace> namespaces() {
    List<Namespace> all = new ArrayList<>();
    if (catalog instanceof SupportsNamespaces nested) {
      addChildren(nested, Namespace.empty(), all);
    } else {
      all.add(Namespace.empty());
    }
    return all;
  }

  private static void addChildren(
      SupportsNamespaces catalog, Namespace parent, List<Namespace> all) {
    List<Namespace> children;
    try {
      children = parent.isEmpty() ? catalog.listNamespaces() : catalog.listNamespaces(parent);
    } catch (NoSuchNamespaceException e) {
      LOG.debug("namespace was dropped meanwhile namespace={}", parent, e);
      return;
    }
    for (Namespace child : children) {
      // Some catalogs list a namespace as its own child.
      if (child.length() > parent.length() && !all.contains(child)) {
        all.add(child);
        addChildren(catalog, child, all);
      }
    }
  }
}
