/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog;

import io.tidewater.catalog.storage.LocalFileIO;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.rest.RESTCatalog;

/** A catalog server in this process, and clients of it. */
final class RunningCatalog implements AutoCloseable {
  private final CatalogServer server;

  private RunningCatalog(CatalogServer server) {
    this.server = server;
  }

  static RunningCatalog in(Path directory) throws IOException {
    return with(CatalogServerOptions.in(directory));
  }

  static RunningCatalog with(CatalogServerOptions options) throws IOException {
    return new RunningCatalog(CatalogServer.start(options));
  }

  URI uri() {
    return server.uri();
  }

  /** Iceberg's own client, which reads and writes files without Hadoop unless told otherwise. */
  RESTCatalog client(Map<String, String> properties) {
    return client(server.uri(), properties);
  }

  static RESTCatalog client(URI uri, Map<String, String> properties) {
    Map<String, String> all = new HashMap<>();
    all.put(CatalogProperties.URI, uri.toString());
    all.put(CatalogProperties.FILE_IO_IMPL, LocalFileIO.class.getName());
    all.putAll(properties);
    RESTCatalog client = new RESTCatalog();
    client.initialize("tidewater", all);
    return client;
  }

  @Override
  public void close() {
    server.close();
  }
}
