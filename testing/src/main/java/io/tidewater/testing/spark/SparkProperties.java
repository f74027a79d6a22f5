/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.spark;

import java.util.Map;
import java.util.TreeMap;

/** The configuration of a small local session with one Iceberg catalog. */
final class SparkProperties {
  private SparkProperties() {}

  static Map<String, String> of(SparkSettings settings) {
    Map<String, String> properties = new TreeMap<>();
    properties.put("spark.master", "local[2]");
    properties.put("spark.app.name", "tidewater");
    properties.put("spark.ui.enabled", "false");
    properties.put("spark.driver.host", "127.0.0.1");
    properties.put("spark.driver.bindAddress", "127.0.0.1");
    properties.put("spark.local.dir", settings.directory().resolve("spark-local").toString());
    properties.put(
        "spark.sql.warehouse.dir", settings.directory().resolve("spark-warehouse").toString());
    properties.put("spark.sql.catalogImplementation", "in-memory");
    properties.put("spark.sql.shuffle.partitions", "2");
    properties.put("spark.sql.session.timeZone", "UTC");
    properties.put("spark.sql.jsonGenerator.ignoreNullFields", "false");
    properties.put(
        "spark.sql.extensions",
        "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions");
    String catalog = "spark.sql.catalog." + settings.catalog();
    properties.put("spark.sql.defaultCatalog", settings.catalog());
    properties.put(catalog, "org.apache.iceberg.spark.SparkCatalog");
    // Else a session would not see what others commit.
    properties.put(catalog + ".cache-enabled", "false");
    settings
        .catalogProperties()
        .forEach((key, value) -> properties.put(catalog + "." + key, value));
    properties.putAll(settings.sparkProperties());
    return properties;
  }
}
