/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.trino;

import io.tidewater.testing.process.Ports;
import io.tidewater.testing.s3.S3Access;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * How to run Trino.
 *
 * @param directory holds configuration, plugins, data and log
 * @param port the loopback port
 * @param heapMegabytes the JVM's maximum heap
 * @param catalogs the properties of each catalog, by its name in SQL
 */
public record TrinoSettings(
    Path directory, int port, int heapMegabytes, Map<String, Map<String, String>> catalogs) {

  public TrinoSettings {
    directory = directory.toAbsolutePath();
    catalogs = Map.copyOf(catalogs);
  }

  /** A server with 600 MB of heap on a free port, without catalogs. */
  public static TrinoSettings in(Path directory) {
    return new TrinoSettings(directory, Ports.free(), 600, Map.of());
  }

  public TrinoSettings withHeapMegabytes(int megabytes) {
    return new TrinoSettings(directory, port, megabytes, catalogs);
  }

  public TrinoSettings withCatalog(String name, Map<String, String> properties) {
    Map<String, Map<String, String>> more = new TreeMap<>(catalogs);
    more.put(name, Map.copyOf(properties));
    return new TrinoSettings(directory, port, heapMegabytes, more);
  }

  /** Adds an Iceberg REST catalog whose tables are on S3. */
  public TrinoSettings withRestCatalog(String name, URI catalog, S3Access s3) {
    Map<String, String> properties = new TreeMap<>(s3Properties(s3));
    properties.put("connector.name", "iceberg");
    properties.put("iceberg.catalog.type", "rest");
    properties.put("iceberg.rest-catalog.uri", catalog.toString());
    return withCatalog(name, properties);
  }

  static Map<String, String> s3Properties(S3Access s3) {
    return Map.of(
        "fs.s3.enabled", "true",
        "s3.endpoint", s3.endpoint().toString(),
        "s3.region", s3.region(),
        "s3.path-style-access", "true",
        "s3.aws-access-key", s3.accessKey(),
        "s3.aws-secret-key", s3.secretKey());
  }
}
