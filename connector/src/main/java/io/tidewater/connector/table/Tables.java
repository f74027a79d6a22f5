/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.table;

import io.tidewater.connector.config.EvolveOptions;
import io.tidewater.format.schema.EvolutionPlan;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.NewTable;
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
import org.apache.iceberg.Transaction;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.ValidationException;
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
    return create(identifier, schema, layout, Catalog.TableBuilder::create);
  }

  /**
   * Creates a table that remembers its records, as above.
   *
   * @throws UnexpectedTableException the catalog made something else than it was asked for
   */
  public Table create(TableIdentifier identifier, NewTable newTable, TableLayout layout) {
    return create(
        identifier, newTable.schema(), layout, builder -> create(identifier, newTable, builder));
  }

  private Table create(
      TableIdentifier identifier, NewTable newTable, Catalog.TableBuilder builder) {
    if (newTable.historyOf(newTable.schema()).isEmpty()) {
      return builder.create();
    }
    // Only the catalog knows the ids that the history names, and both must come at once.
    Transaction creation = builder.createTransaction();
    FieldHistory history = newTable.historyOf(creation.table().schema());
    creation.updateProperties().set(FieldHistory.PROPERTY, history.toJson()).commit();
    creation.commitTransaction();
    return catalog().loadTable(identifier);
  }

  private Table create(
      TableIdentifier identifier,
      Schema schema,
      TableLayout layout,
      Function<Catalog.TableBuilder, Table> creation) {
    createNamespaces(identifier.namespace());
    Table table;
    try {
      table =
          creation.apply(
              catalog()
                  .buildTable(identifier, schema)
                  .withPartitionSpec(layout.spec(schema))
                  .withSortOrder(layout.sortOrder(schema))
                  .withProperties(layout.properties()));
    } catch (AlreadyExistsException e) {
      return catalog().loadTable(identifier);
    } catch (CommitFailedException e) {
      // How some catalogs say the same of a creation that came in two steps.
      return load(identifier).orElseThrow(() -> e);
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
   * Lets a table hold records. Several tasks may do so at once: each plans again on what the others
   * have made of the table, until there is nothing left to do.
   *
   * @param incoming what the records need of the table as it is; computed anew for each attempt
   * @return the table, after the change
   */
  public Table evolve(
      TableIdentifier identifier, EvolveOptions options, Function<KnownTable, Incoming> incoming) {
    for (int attempt = 1; ; attempt++) {
      Table table = catalog().loadTable(identifier);
      KnownTable known = KnownTable.of(table, options.naming(), options.onConflict());
      EvolutionPlan plan = known.plan(incoming.apply(known));
      if (!plan.hasChanges()) {
        return table;
      }
      try {
        plan.commitTo(table);
        LOG.info("evolved table={} changes={}", identifier, plan.changes());
        // Looked at once more: some catalogs let a slower task overwrite a table's properties.
        if (attempt >= ATTEMPTS) {
          return table;
        }
      } catch (CommitFailedException e) {
        if (attempt >= ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /**
   * Lets a table have the partition spec and sort order that are configured. Several tasks may do
   * so at once; files that others are writing keep the spec that they were begun with.
   *
   * @return the table, after the change
   */
  public Table evolveLayout(TableIdentifier identifier, Table table, TableLayout layout) {
    LayoutEvolution evolution = new LayoutEvolution(layout);
    for (int attempt = 1; ; attempt++) {
      try {
        if (evolution.apply(table)) {
          LOG.info(
              "evolved table={} spec={} order={}", identifier, table.spec(), table.sortOrder());
        }
        return table;
      } catch (ValidationException | IllegalArgumentException e) {
        LOG.warn("cannot lay out table={} as configured: {}", identifier, e.getMessage());
        return table;
      } catch (CommitFailedException e) {
        if (attempt >= ATTEMPTS) {
          throw e;
        }
        table.refresh();
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
