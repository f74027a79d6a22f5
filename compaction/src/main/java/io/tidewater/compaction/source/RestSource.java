/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.source;

import io.tidewater.compaction.source.ConditionalLoads.Tagged;
import io.tidewater.compaction.source.ConditionalLoads.UnchangedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.SessionCatalog.SessionContext;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.rest.HTTPClient;
import org.apache.iceberg.rest.RESTCatalog;
import org.apache.iceberg.rest.RESTCatalogProperties;
import org.apache.iceberg.rest.RESTUtil;

/**
 * The tables of an Iceberg REST catalog. Where the server gives entity tags, a table that has not
 * changed is answered with 304 and an empty body; its metadata is neither sent nor kept. Where it
 * gives none, tables are loaded, and told apart by where their metadata lies.
 */
final class RestSource implements TableSource {
  private static final String TAG = "etag:";

  private final RESTCatalog catalog;
  private final ConditionalLoads loads;

  private RestSource(RESTCatalog catalog, ConditionalLoads loads) {
    this.catalog = catalog;
    this.loads = loads;
  }

  static RestSource open(String name, Map<String, String> properties) {
    ConditionalLoads loads = new ConditionalLoads();
    RESTCatalog catalog =
        new RESTCatalog(
            SessionContext.createEmpty(),
            config ->
                new ConditionalClient(
                    HTTPClient.builder(config)
                        .uri(config.get(CatalogProperties.URI))
                        .withHeaders(RESTUtil.configHeaders(config))
                        .build(),
                    loads));
    Map<String, String> all = new HashMap<>(properties);
    // The client's own cache holds whole tables; one with thousands of snapshots is large.
    all.put(RESTCatalogProperties.TABLE_CACHE_MAX_ENTRIES, "0");
    // Reports of scans and commits would be a request each, for every look.
    all.putIfAbsent(RESTCatalogProperties.METRICS_REPORTING_ENABLED, "false");
    catalog.initialize(name, all);
    return new RestSource(catalog, loads);
  }

  @Override
  public List<TableIdentifier> tables() {
    return NamespaceWalk.tables(catalog);
  }

  @Override
  public Look look(TableIdentifier name, Optional<String> mark) {
    Optional<String> tag =
        mark.filter(known -> known.startsWith(TAG)).map(known -> known.substring(TAG.length()));
    try {
      Tagged<Table> loaded = loads.load(tag, () -> catalog.loadTable(name));
      String current =
          loaded.tag().map(TAG::concat).orElseGet(() -> LoadingSource.markOf(loaded.value()));
      return mark.filter(current::equals).isPresent()
          ? new Look.Unchanged()
          : new Look.Loaded(loaded.value(), current);
    } catch (UnchangedException e) {
      return new Look.Unchanged();
    } catch (NoSuchTableException e) {
      return new Look.Gone();
    }
  }

  @Override
  public Catalog catalog() {
    return catalog;
  }

  @Override
  public void close() {
    try {
      catalog.close();
    } catch (IOException e) {
      throw new UncheckedIOException("catalog " + catalog.name() + " did not close", e);
    }
  }
}
