/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.rest.RESTCatalog;
import org.apache.iceberg.types.Types;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalog as a program: what it prints, what it survives, and what it refuses. */
class CatalogCommandIT {
  private static final TableIdentifier ORDERS = TableIdentifier.of("sea", "orders");
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "id", Types.LongType.get()),
          Types.NestedField.optional(2, "port", Types.StringType.get()));

  @TempDir private Path directory;

  @Test
  void keepsTablesThroughKillAndRestart() throws Exception {
    try (CatalogProcess first = start()) {
      URI uri = first.awaitReady();
      try (RESTCatalog client = client(uri)) {
        client.createNamespace(Namespace.of("sea"));
        Table orders = client.createTable(ORDERS, SCHEMA);
        TableRows.append(orders, "Emden", "Husum");
        TableRows.append(orders, "Büsum");
      }
      first.kill();
    }

    try (CatalogProcess second = start()) {
      try (RESTCatalog client = client(second.awaitReady())) {
        Table orders = client.loadTable(ORDERS);
        assertThat(orders.snapshots()).hasSize(2);
        assertThat(TableRows.read(orders))
            .extracting(row -> row.getField("port"))
            .containsExactlyInAnyOrder("Emden", "Husum", "Büsum");
        TableRows.append(orders, "Norden");
        assertThat(TableRows.read(client.loadTable(ORDERS))).hasSize(4);
      }
      assertThat(second.terminate()).isEqualTo(143);
      assertThat(second.restOfOutput()).as("one line on standard output").isEmpty();
      assertThat(second.log()).doesNotContain("ERROR", "WARN");
    }
  }

  @Test
  void purgesWhatClientsWroteThroughHadoop() throws Exception {
    try (CatalogProcess catalog = start();
        RESTCatalog client = client(catalog.awaitReady())) {
      client.createNamespace(Namespace.of("sea"));
      Table orders = client.createTable(ORDERS, SCHEMA);
      TableRows.append(orders, "Emden");
      assertThat(files()).isNotEmpty();

      assertThat(client.dropTable(ORDERS, true)).isTrue();

      Awaitility.await()
          .ignoreException(UncheckedIOException.class)
          .untilAsserted(() -> assertThat(files()).isEmpty());
    }
  }

  @Test
  void refusesSecondServerOnOneDirectory() throws Exception {
    try (CatalogProcess first = start()) {
      first.awaitReady();
      try (CatalogProcess second =
          CatalogProcess.start(directory.resolve("second.log"), "--data", data(), "--port", "0")) {
        assertThat(second.awaitExit()).isEqualTo(1);
        assertThat(second.log())
            .contains("The catalog could not start: Another catalog server uses " + data());
      }
    }
  }

  @Test
  void refusesWrongCommandLine() throws Exception {
    try (CatalogProcess catalog =
        CatalogProcess.start(directory.resolve("log"), "--data", data(), "--host", "0.0.0.0")) {
      assertThat(catalog.awaitExit()).isEqualTo(2);
      assertThat(catalog.log()).contains("--allow-remote");
    }
  }

  private CatalogProcess start() throws IOException {
    return CatalogProcess.start(directory.resolve("log"), "--data", data(), "--port", "0");
  }

  private String data() {
    return directory.resolve("data").toString();
  }

  /** As Spark has it: files through Hadoop. */
  private static RESTCatalog client(URI uri) {
    RESTCatalog client =
        RunningCatalog.client(
            uri, Map.of(CatalogProperties.FILE_IO_IMPL, "org.apache.iceberg.hadoop.HadoopFileIO"));
    client.setConf(new Configuration());
    return client;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(data(), "warehouse"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
