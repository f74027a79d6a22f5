/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog;

import io.tidewater.catalog.http.CatalogRoutes;
import io.tidewater.catalog.http.RestServer;
import io.tidewater.catalog.service.CatalogServices;
import io.tidewater.catalog.service.WarehouseSettings;
import io.tidewater.catalog.storage.WarehouseFileIO;
import io.tidewater.catalog.store.CatalogStore;
import io.tidewater.catalog.store.jdbc.JdbcCatalogStore;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.ThreadPoolExecutor;

/** A running catalog. Close it to stop it; several can run in one process. */
public final class CatalogServer implements AutoCloseable {
  private final RestServer http;
  private final Deque<AutoCloseable> resources;

  private CatalogServer(RestServer http, Deque<AutoCloseable> resources) {
    this.http = http;
    this.resources = resources;
  }

  /**
   * Starts a catalog; it answers once this returns.
   *
   * @throws IOException if the directory is in use or cannot be written, or the address is taken
   */
  public static CatalogServer start(CatalogServerOptions options) throws IOException {
    Deque<AutoCloseable> resources = new ArrayDeque<>();
    try {
      return start(options, resources);
    } catch (IOException | RuntimeException e) {
      closeAll(resources, e);
      throw e;
    }
  }

  private static CatalogServer start(CatalogServerOptions options, Deque<AutoCloseable> resources)
      throws IOException {
    DataDirectory directory = DataDirectory.open(options.data());
    resources.push(directory);
    CatalogStore store = JdbcCatalogStore.sqlite(directory.database(), UUID::randomUUID);
    resources.push(store);
    WarehouseFileIO files = new WarehouseFileIO(options.properties().server());
    resources.push(files);
    ThreadPoolExecutor background = BackgroundThread.start();
    resources.push(() -> BackgroundThread.stop(background));
    CatalogServices services =
        new CatalogServices(
            store,
            files,
            new WarehouseSettings(options.warehouse(), Runtime.getRuntime().maxMemory() / 8),
            UUID::randomUUID,
            background);
    RestServer http =
        RestServer.start(
            options.host(), options.port(), CatalogRoutes.over(services, options.properties()));
    resources.push(http);
    return new CatalogServer(http, resources);
  }

  /** Where clients find it: the {@code uri} of their catalog settings. */
  public URI uri() {
    return http.uri();
  }

  /** Stops answering, then lets go of everything. */
  @Override
  public void close() {
    IllegalStateException failure = new IllegalStateException("The catalog did not stop cleanly");
    closeAll(resources, failure);
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }

  /** Closes in the reverse order of opening; what fails is added to a failure. */
  private static void closeAll(Deque<AutoCloseable> resources, Exception failure) {
    while (!resources.isEmpty()) {
      try {
        resources.pop().close();
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }
  }
}
