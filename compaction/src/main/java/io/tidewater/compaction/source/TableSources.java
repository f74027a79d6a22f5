/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.source;

import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.catalog.Catalog;

/** Opens catalogs. */
public final class TableSources {
  private TableSources() {}

  /**
   * Opens the catalog that Iceberg's properties name: of a type, or of a class; a REST catalog
   * where they name neither.
   */
  public static TableSource open(String name, Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(properties);
    if (!all.containsKey(CatalogProperties.CATALOG_IMPL)) {
      all.putIfAbsent(CatalogUtil.ICEBERG_CATALOG_TYPE, CatalogUtil.ICEBERG_CATALOG_TYPE_REST);
    }
    if (!isRest(all)) {
      return over(CatalogUtil.buildIcebergCatalog(name, all, new Configuration(false)));
    }
    if (!all.containsKey(CatalogProperties.URI)) {
      throw new IllegalArgumentException(
          "no catalog is named; say --catalog-uri, or catalog.uri in the configuration file");
    }
    return RestSource.open(name, all);
  }

  /** The tables of a catalog that is open already; closing the source closes it. */
  public static TableSource over(Catalog catalog) {
    return new LoadingSource(catalog);
  }

  private static boolean isRest(Map<String, String> properties) {
    return !properties.containsKey(CatalogProperties.CATALOG_IMPL)
        && CatalogUtil.ICEBERG_CATALOG_TYPE_REST.equalsIgnoreCase(
            properties.get(CatalogUtil.ICEBERG_CATALOG_TYPE));
  }
}
