/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;

/** An open catalog. Each question about a table goes to the catalog anew. */
public final class TableCatalog implements AutoCloseable {
  private final CatalogSettings settings;
  private final Catalog catalog;

  private TableCatalog(CatalogSettings settings, Catalog catalog) {
    this.settings = settings;
    this.catalog = catalog;
  }

  /**
   * Opens a catalog.
   *
   * @throws TableUnavailableException if it does not answer
   */
  public static TableCatalog open(CatalogSettings settings) {
    try {
      Catalog catalog =
          CatalogUtil.buildIcebergCatalog(
              "tidewater", settings.catalogProperties(), new Configuration());
      return new TableCatalog(settings, catalog);
    } catch (RuntimeException e) {
      throw new TableUnavailableException(
          "the catalog at %s gives no answer: %s; check --catalog-uri and --catalog-property"
              .formatted(settings, e.getMessage()),
          e);
    }
  }

  /**
   * The head of a table's branch as it is now.
   *
   * @param name namespace and table, separated by dots
   * @throws TableUnavailableException if the catalog lacks the table, or the table the branch
   */
  public Head head(String name, String branch) {
    return find(name, branch)
        .orElseThrow(
            () ->
                new TableUnavailableException(
                    "the catalog at %s has no table %s; check --table and --catalog-uri"
                        .formatted(settings, name)));
  }

  /** The head of a table's branch as it is now, if the table was created yet. */
  public Optional<Head> find(String name, String branch) {
    return load(name).map(table -> Head.of(table, branch));
  }

  /** A table as it is now, if it was created yet. */
  public Optional<Table> load(String name) {
    try {
      return Optional.of(catalog.loadTable(TableIdentifier.parse(name)));
    } catch (NoSuchTableException e) {
      return Optional.empty();
    } catch (RuntimeException e) {
      throw new TableUnavailableException(
          "the catalog at %s cannot load table %s: %s".formatted(settings, name, e.getMessage()),
          e);
    }
  }

  @Override
  public void close() {
    if (catalog instanceof Closeable closeable) {
      try {
        closeable.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
