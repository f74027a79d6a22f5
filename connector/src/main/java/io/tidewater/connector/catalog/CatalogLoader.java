/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.catalog;

import io.tidewater.connector.config.CatalogOptions;
import java.util.TreeMap;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.catalog.Catalog;

/** Opens the catalog that the options name, whatever its kind. */
public final class CatalogLoader {

  /**
   * Opens the catalog. Most kinds connect at once, some on first use. A catalog that is {@link
   * java.io.Closeable} is the caller's to close.
   *
   * @throws RuntimeException of many types, if it cannot be opened
   */
  public static Catalog load(CatalogOptions options) {
    return CatalogUtil.buildIcebergCatalog(
        options.name(),
        new TreeMap<>(options.properties().values()),
        HadoopConfiguration.of(options).orElse(null));
  }

  private CatalogLoader() {}
}
