/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.table;

import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.CatalogUtil;

/**
 * How to reach a catalog.
 *
 * @param uri where it listens; a REST catalog unless the properties name another type
 * @param properties Iceberg's catalog properties, credentials among them; never shown
 */
public record CatalogSettings(String uri, Map<String, String> properties) {
  public CatalogSettings {
    properties = Map.copyOf(properties);
  }

  Map<String, String> catalogProperties() {
    Map<String, String> all = new HashMap<>();
    if (!properties.containsKey(CatalogProperties.CATALOG_IMPL)) {
      all.put(CatalogUtil.ICEBERG_CATALOG_TYPE, CatalogUtil.ICEBERG_CATALOG_TYPE_REST);
    }
    all.put(CatalogProperties.URI, uri);
    all.putAll(properties);
    return all;
  }

  @Override
  public String toString() {
    return uri;
  }
}
