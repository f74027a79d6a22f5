/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.table;

import io.tidewater.format.schema.EvolutionOptions;
import io.tidewater.format.schema.EvolutionPlan;
import io.tidewater.format.schema.NameMatching;
import io.tidewater.format.schema.SchemaEvolution;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables of a catalog. Thread-safe, as Iceberg's catalogs are; the tables it gives are not. */
public final class Tables implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Tables.class);
  private static final int ATTEMPTS = 10;

  private final Supplier<Catalog> opening;
  private @Nullable Catalog opened;

  public Tables(Catalog catalog) {
    this(() -> catalog);
  }

  /**
   * Tables of a catalog that is opened with the first question.
   *
   * @param opening opens it; called again with the next question if it fails
   */
  public Tables(Supplier<Catalog> opening) {
    this.opening = opening;
  }

  /** A table as it is now; empty if there is none of that name. */
  public Optional<Table> load(TableIdentifier identifier) {
    try {
      return Optional.of(catalog().loadTable(identifier));
    } catch (NoSuchTableException e) {
      return Optional.empty();
    }
  }

  /**
   * Creates a table, and its namespaces; loads it if another task was faster.
   *
   * @throws UnexpectedTableException the catalog made something else than it was asked for
   */
  public Table create(TableIdentifier identifier, Schema schema, TableLayout layout) {
    createNamespaces(identifier.namespace());
    Table table;
    try {
      table =
          catalog()
              .buildTable(identifier, schema)
              .withPartitionSpec(layout.spec(schema))
              .withSortOrder(layout.sortOrder(schema))
              .withProperties(layout.properties())
              .create();
    } catch (AlreadyExistsException e) {
      return catalog().loadTable(identifier);
    }
    int version = TableUtil.formatVersion(table);
    if (version != layout.formatVersion()) {
      throw new UnexpectedTableException(
          "the catalog made table "
              + identifier
              + " in format version "
              + version
              + ", though it was asked for "
              + layout.formatVersion()
              + "; set tidewater.format-version="
              + version
              + ", or use a catalog that can");
    }
    LOG.info("created table={} schema={} spec={}", identifier, table.schema(), table.spec());
    return table;
  }

  /**
   * Lets a table hold records of a type. Several tasks may do so at once: each plans again on what
   * the others have made of the table.
   *
   * @param incoming the type that a schema needs; computed anew for each attempt
   * @return the table, after the change
   */
  public Table evolve(
      TableIdentifier identifier,
      NameMatching nameMatching,
      Function<Schema, StructType> incoming) {
    for (int attempt = 1; ; attempt++) {
      Table table = catalog().loadTable(identifier);
      EvolutionOptions options = new EvolutionOptions(TableUtil.formatVersion(table), nameMatching);
      EvolutionPlan plan =
          SchemaEvolution.plan(table.schema(), incoming.apply(table.schema()), options);
      if (plan.changes().isEmpty()) {
        return table;
      }
      try {
        plan.commitTo(table);
        LOG.info("evolved table={} changes={}", identifier, plan.changes());
        return table;
      } catch (CommitFailedException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  @Override
  public synchronized void close() {
    if (opened instanceof Closeable closeable) {
      try {
        closeable.close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot close the catalog", e);
      }
    }
  }

  private synchronized Catalog catalog() {
    if (opened == null) {
      opened = opening.get();
    }
    return opened;
  }

  private void createNamespaces(Namespace namespace) {
    if (!(catalog() instanceof SupportsNamespaces namespaces) || namespace.isEmpty()) {
      return;
    }
    // Looked up first: creating may need a permission that looking up does not.
    if (namespaces.namespaceExists(namespace)) {
      return;
    }
    for (int length = 1; length <= namespace.length(); length++) {
      String[] levels = Arrays.copyOf(namespace.levels(), length);
      try {
        namespaces.createNamespace(Namespace.of(levels));
      } catch (AlreadyExistsException e) {
        LOG.debug("namespace is there already namespace={}", Namespace.of(levels));
      }
    }
  }
}
