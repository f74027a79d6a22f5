/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.rest.RESTCatalog;
import org.apache.iceberg.view.ViewCatalogTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Iceberg's own tests of what a catalog does with views, over HTTP. */
class IcebergViewContractIT extends ViewCatalogTests<RESTCatalog> {
  private static final Map<String, String> DEFAULTS_THAT_THE_TESTS_EXPECT =
      Map.of(
          "view-default.key1", "catalog-default-key1",
          "view-default.key2", "catalog-default-key2",
          "view-default.key3", "catalog-default-key3",
          "view-override.key3", "catalog-override-key3",
          "view-override.key4", "catalog-override-key4");

  @TempDir private Path directory;
  private RunningCatalog server;
  private RESTCatalog client;

  @BeforeEach
  void start() throws IOException {
    server = RunningCatalog.in(directory);
    client = server.client(DEFAULTS_THAT_THE_TESTS_EXPECT);
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  @Override
  protected RESTCatalog catalog() {
    return client;
  }

  @Override
  protected Catalog tableCatalog() {
    return client;
  }

  @Override
  protected boolean requiresNamespaceCreate() {
    return true;
  }

  @Override
  protected boolean supportsServerSideRetry() {
    return true;
  }
}
