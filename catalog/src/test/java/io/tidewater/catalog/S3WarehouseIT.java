/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.catalog.storage.CredentialVending;
import io.tidewater.catalog.storage.WarehouseProperties;
import io.tidewater.testing.s3.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.rest.RESTCatalog;
import org.apache.iceberg.types.Types;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A warehouse in an object store, reached by clients that know nothing but the catalog's address.
 */
class S3WarehouseIT {
  private static final TableIdentifier ORDERS = TableIdentifier.of("sea", "orders");
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "id", Types.LongType.get()),
          Types.NestedField.optional(2, "port", Types.StringType.get()));

  @TempDir private static Path directory;
  private static S3Server s3;
  private static Path bucket;

  @TempDir private Path data;

  @BeforeAll
  static void startS3() {
    s3 = S3Server.start(directory);
    bucket = s3.createBucket("lake");
  }

  @AfterAll
  static void stopS3() {
    s3.close();
  }

  @Test
  void servesTablesToClientsThatAreGivenCredentials() throws Exception {
    try (RunningCatalog catalog = start(CredentialVending.STATIC);
        RESTCatalog client = catalog.client(clientWithoutCredentials())) {
      client.createNamespace(Namespace.of("sea"));
      Table orders = client.createTable(ORDERS, SCHEMA);
      assertThat(orders.location()).startsWith("s3://lake/warehouse/sea/orders-");

      TableRows.append(orders, "Emden", "Husum");

      assertThat(TableRows.read(client.loadTable(ORDERS))).hasSize(2);
      assertThat(objectsOf(orders)).anyMatch(object -> object.toString().endsWith(".parquet"));
      client.dropTable(ORDERS, true);
      Awaitility.await()
          .ignoreException(UncheckedIOException.class)
          .untilAsserted(() -> assertThat(objectsOf(orders)).isEmpty());
    }
  }

  @Test
  void tellsNoSecretUnlessToldTo() throws Exception {
    try (RunningCatalog catalog = start(CredentialVending.NONE);
        RESTCatalog client = catalog.client(clientWithoutCredentials())) {
      client.createNamespace(Namespace.of("sea"));
      client.buildTable(ORDERS, SCHEMA).create();

      String config = get(catalog, "/v1/config");
      String table = get(catalog, "/v1/namespaces/sea/tables/orders");

      assertThat(config).contains(s3.access().endpoint().toString(), "us-east-1");
      assertThat(config + table)
          .doesNotContain(s3.access().secretKey(), "secret-access-key", "access-key-id");
    }
  }

  private RunningCatalog start(CredentialVending vending) throws IOException {
    return RunningCatalog.with(
        CatalogServerOptions.in(data)
            .withWarehouse("s3://lake/warehouse")
            .withProperties(
                new WarehouseProperties(s3.access().fileIoProperties(), Map.of(), vending)));
  }

  private static Map<String, String> clientWithoutCredentials() {
    return Map.of(CatalogProperties.FILE_IO_IMPL, "org.apache.iceberg.aws.s3.S3FileIO");
  }

  private static String get(RunningCatalog catalog, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(catalog.uri().resolve(path)).build(), BodyHandlers.ofString())
        .body();
  }

  private static List<Path> objectsOf(Table table) throws IOException {
    Path folder = bucket.resolve(table.location().substring("s3://lake/".length()));
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
