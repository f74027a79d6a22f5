/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.catalog.CatalogTests;
import org.apache.iceberg.rest.RESTCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Iceberg's own tests of what a catalog does with namespaces and tables, over HTTP. */
class IcebergCatalogContractIT extends CatalogTests<RESTCatalog> {
  private static final Map<String, String> DEFAULTS_THAT_THE_TESTS_EXPECT =
      Map.of(
          "table-default.default-key1", "catalog-default-key1",
          "table-default.default-key2", "catalog-default-key2",
          "table-default.override-key3", "catalog-default-key3",
          "table-override.override-key3", "catalog-override-key3",
          "table-override.override-key4", "catalog-override-key4");

  @TempDir private Path directory;
  private RunningCatalog server;
  private RESTCatalog client;

  @BeforeEach
  void start() throws IOException {
    server = RunningCatalog.in(directory);
    client = initCatalog("contract", Map.of());
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
  protected RESTCatalog initCatalog(String name, Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(DEFAULTS_THAT_THE_TESTS_EXPECT);
    all.putAll(properties);
    return server.client(all);
  }

  @Override
  protected boolean requiresNamespaceCreate() {
    return true;
  }

  @Override
  protected boolean supportsNestedNamespaces() {
    return true;
  }

  @Override
  protected boolean supportsServerSideRetry() {
    return true;
  }

  @Override
  protected boolean supportsNamesWithSlashes() {
    return true;
  }

  @Override
  protected boolean supportsNamesWithDot() {
    return true;
  }
}
