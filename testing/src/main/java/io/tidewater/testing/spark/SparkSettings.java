/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.spark;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * How to run a Spark session.
 *
 * @param directory holds configuration, log and scratch files
 * @param catalog the name of the catalog in SQL, which is the default catalog too
 * @param catalogProperties the catalog's properties as Iceberg names them: {@code uri}, {@code
 *     warehouse}, those of its FileIO; S3 keys among them stay out of logs and process lists
 * @param heapMegabytes the JVM's maximum heap
 * @param sparkProperties additions to Spark's configuration, which win over the fixture's own
 */
public record SparkSettings(
    Path directory,
    String catalog,
    Map<String, String> catalogProperties,
    int heapMegabytes,
    Map<String, String> sparkProperties) {

  public SparkSettings {
    directory = directory.toAbsolutePath();
    catalogProperties = Map.copyOf(catalogProperties);
    sparkProperties = Map.copyOf(sparkProperties);
  }

  /** A session with 768 MB of heap on a REST catalog, whose name is {@code ice}. */
  public static SparkSettings in(Path directory, URI catalog) {
    return new SparkSettings(
        directory, "ice", Map.of("type", "rest", "uri", catalog.toString()), 768, Map.of());
  }

  public SparkSettings withCatalogName(String name) {
    return new SparkSettings(directory, name, catalogProperties, heapMegabytes, sparkProperties);
  }

  /** Adds properties of the catalog, such as a FileIO's. */
  public SparkSettings withCatalogProperties(Map<String, String> properties) {
    Map<String, String> more = new TreeMap<>(catalogProperties);
    more.putAll(properties);
    return new SparkSettings(directory, catalog, more, heapMegabytes, sparkProperties);
  }

  public SparkSettings withHeapMegabytes(int megabytes) {
    return new SparkSettings(directory, catalog, catalogProperties, megabytes, sparkProperties);
  }

  public SparkSettings withSparkProperty(String key, String value) {
    Map<String, String> more = new TreeMap<>(sparkProperties);
    more.put(key, value);
    return new SparkSettings(directory, catalog, catalogProperties, heapMegabytes, more);
  }
}
