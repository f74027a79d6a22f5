/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.examples.table.CatalogSettings;
import io.tidewater.testing.jars.ProjectHome;
import io.tidewater.testing.s3.S3Access;
import io.tidewater.testing.s3.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sink on other catalogs than Tidewater's, and on S3 by either way that the plugin ships. */
class CatalogsIT {
  private static final Schema READING =
      SchemaBuilder.struct().field("id", Schema.INT64_SCHEMA).build();
  private static final String PREFIX = "iceberg.catalog.";

  @TempDir private static Path folder = Path.of("");
  private static S3Server s3;
  private static Path bucket;
  private static SinkServers servers;

  @BeforeAll
  static void startServers() throws IOException {
    s3 = S3Server.start(folder.resolve("s3"));
    bucket = s3.createBucket("warehouse");
    Path plugins = pluginsWithDatabaseDriver();
    Map<String, String> files = s3.access().fileIoProperties();
    servers =
        SinkServers.start(
            folder,
            new SinkServers.Plan(
                worker -> worker.withPluginPath(plugins),
                files,
                Stream.concat(
                        Stream.of("--warehouse=s3a://warehouse/tables"),
                        files.entrySet().stream()
                            .map(
                                entry ->
                                    "--property=%s=%s".formatted(entry.getKey(), entry.getValue())))
                    .toArray(String[]::new)));
  }

  @AfterAll
  static void stopServers() {
    servers.close();
    s3.close();
  }

  @Test
  void writesToS3ByIcebergsOwnClient() throws IOException {
    flow("lake.own_client", servers.options(Map.of()));

    servers.awaitHolds("lake.own_client", "lake.own_client");
    assertThat(dataFiles(bucket, "own_client")).isNotEmpty();
  }

  @Test
  void writesToS3ByHadoop() throws IOException {
    S3Access access = s3.access();
    Map<String, String> options = servers.options(Map.of());
    options.keySet().removeIf(key -> key.startsWith(PREFIX + "s3."));
    options.put(PREFIX + "io-impl", "org.apache.iceberg.hadoop.HadoopFileIO");
    options.put("iceberg.hadoop.fs.s3a.endpoint", access.endpoint().toString());
    options.put("iceberg.hadoop.fs.s3a.endpoint.region", access.region());
    options.put("iceberg.hadoop.fs.s3a.path.style.access", "true");
    options.put("iceberg.hadoop.fs.s3a.access.key", access.accessKey());
    options.put("iceberg.hadoop.fs.s3a.secret.key", access.secretKey());
    flow("lake.by_hadoop", options);

    servers.awaitHolds("lake.by_hadoop", "lake.by_hadoop");
    assertThat(dataFiles(bucket, "by_hadoop")).isNotEmpty();
  }

  @Test
  void writesToAJdbcCatalogWhoseDriverLiesBesideThePlugin() throws IOException {
    Path warehouse = Files.createDirectories(folder.resolve("jdbc"));
    String uri = "jdbc:sqlite:" + warehouse.resolve("catalog.db");
    Map<String, String> catalog =
        Map.of("warehouse", warehouse.toUri().toString(), "jdbc.schema-version", "V1");
    flow("lake.jdbc", on("jdbc", uri, catalog));

    Map<String, String> client = new TreeMap<>(catalog);
    client.put("catalog-impl", JdbcCatalog.class.getName());
    // The catalog's name is a part of the key of its rows.
    servers.awaitHolds("lake.jdbc", "lake.jdbc", new CatalogSettings(uri, client));
  }

  @Test
  void writesToACatalogThatIsNothingButFiles() throws IOException {
    Path warehouse = Files.createDirectories(folder.resolve("hadoop"));
    flow("lake.files", on("hadoop", "", Map.of("warehouse", warehouse.toString())));

    servers.awaitHolds(
        "lake.files",
        "lake.files",
        new CatalogSettings(
            "",
            Map.of(
                "catalog-impl", HadoopCatalog.class.getName(),
                "warehouse", warehouse.toString())));
  }

  private static Map<String, String> on(String type, String uri, Map<String, String> properties) {
    Map<String, String> options = servers.options(Map.of("iceberg.catalog", "tidewater"));
    options.keySet().removeIf(key -> key.startsWith(PREFIX));
    options.put(PREFIX + "type", type);
    if (!uri.isEmpty()) {
      options.put(PREFIX + "uri", uri);
    }
    properties.forEach((key, value) -> options.put(PREFIX + key, value));
    return options;
  }

  private static void flow(String topic, Map<String, String> options) {
    servers.topics().create(topic, 2);
    options.put("topics", topic);
    servers.rest().create(topic, options).awaitRunning();
    for (long id = 0; id < 6; id++) {
      servers.records().struct(topic, (int) id % 2, new Struct(READING).put("id", id));
    }
  }

  private static List<Path> dataFiles(Path bucket, String table) throws IOException {
    try (Stream<Path> objects = Files.walk(bucket)) {
      return objects
          .filter(object -> object.toString().contains(table))
          .filter(object -> object.toString().endsWith(".parquet"))
          .toList();
    }
  }

  /** The plugin as it is, and a driver that a user has put beside its jars. */
  private static Path pluginsWithDatabaseDriver() throws IOException {
    Path home = ProjectHome.find();
    Path plugins = folder.resolve("plugins");
    Path lib = Files.createDirectories(plugins.resolve("tidewater/lib"));
    try (Stream<Path> plugin = Files.list(home.resolve("connector/target/plugin/lib"));
        Stream<Path> catalog = Files.list(home.resolve("catalog/target/lib"))) {
      Stream<Path> driver =
          catalog.filter(jar -> jar.getFileName().toString().startsWith("sqlite-jdbc"));
      for (Path jar : Stream.concat(plugin, driver).toList()) {
        Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar);
      }
    }
    return plugins;
  }
}
