/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.catalog;

import io.tidewater.connector.config.CatalogOptions;
import io.tidewater.connector.config.RoutingOptions;
import io.tidewater.connector.config.SinkOptions;
import io.tidewater.connector.config.keys.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;

/** The calls of one check, with a word for the call under way. */
final class CatalogProbe {
  /** Enough to know that lookups work; each costs a round trip. */
  private static final int MOST_TABLES_OF_TOPICS = 5;

  private final SinkOptions options;
  private final Function<CatalogOptions, Catalog> loader;
  private volatile String step = "open it";

  CatalogProbe(SinkOptions options, Function<CatalogOptions, Catalog> loader) {
    this.options = options;
    this.loader = loader;
  }

  /** What was tried last. */
  String step() {
    return step;
  }

  List<Problem> problems() throws IOException {
    Catalog catalog = loader.apply(options.catalog());
    try {
      Set<TableIdentifier> tables = tables();
      if (tables.isEmpty() && catalog instanceof SupportsNamespaces namespaces) {
        step = "list namespaces";
        namespaces.listNamespaces();
      }
      return missing(catalog, tables);
    } finally {
      if (catalog instanceof Closeable closeable) {
        closeable.close();
      }
    }
  }

  private List<Problem> missing(Catalog catalog, Set<TableIdentifier> tables) {
    List<Problem> problems = new ArrayList<>();
    for (TableIdentifier table : tables) {
      step = "look up table " + table;
      if (!catalog.tableExists(table) && !options.tables().create().enabled()) {
        problems.add(
            new Problem(
                options.routing().listed().isEmpty() ? "topics" : RoutingOptions.TABLES,
                "Table %s does not exist. Create it, or set iceberg.tables.auto-create-enabled=true"
                    .formatted(table)));
      }
    }
    return problems;
  }

  private Set<TableIdentifier> tables() {
    RoutingOptions routing = options.routing();
    if (!routing.listed().isEmpty()) {
      return routing.listed();
    }
    Set<TableIdentifier> tables = new LinkedHashSet<>();
    for (String topic : routing.topics().names()) {
      routing.router().tablesOf(topic).ifPresent(tables::addAll);
      if (tables.size() >= MOST_TABLES_OF_TOPICS) {
        break;
      }
    }
    return tables;
  }
}
