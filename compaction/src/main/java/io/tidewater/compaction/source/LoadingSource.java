/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;

/** The tables of any catalog: loads them, and compares where their metadata lies. */
record LoadingSource(Catalog catalog) implements TableSource {
  @Override
  public List<TableIdentifier> tables() {
    return NamespaceWalk.tables(catalog);
  }

  @Override
  public Look look(TableIdentifier name, Optional<String> mark) {
    try {
      Table table = catalog.loadTable(name);
      String current = markOf(table);
      return mark.filter(current::equals).isPresent()
          ? new Look.Unchanged()
          : new Look.Loaded(table, current);
    } catch (NoSuchTableException e) {
      return new Look.Gone();
    }
  }

  /** Where its metadata lies; no two states of a table lie in one place. */
  static String markOf(Table table) {
    String location =
        table instanceof HasTableOperations operations
            ? operations.operations().current().metadataFileLocation()
            : null;
    return location == null
        ? table.uuid()
            + "/"
            + (table.currentSnapshot() == null ? 0 : table.currentSnapshot().snapshotId())
        : location;
  }

  @Override
  public void close() {
    if (catalog instanceof Closeable closeable) {
      try {
        closeable.close();
      } catch (IOException e) {
        throw new UncheckedIOException("catalog " + catalog.name() + " did not close", e);
      }
    }
  }
}
