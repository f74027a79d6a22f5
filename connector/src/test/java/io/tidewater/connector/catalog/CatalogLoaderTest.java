/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.connector.config.CatalogOptions;
import io.tidewater.connector.config.Configurations;
import io.tidewater.connector.config.Reading;
import io.tidewater.connector.config.WorkerProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogLoaderTest {
  @TempDir private Path directory;

  @Test
  void opensACatalogByItsClass() {
    Catalog catalog =
        CatalogLoader.load(
            options(
                "iceberg.catalog.type", "absent",
                "iceberg.catalog.catalog-impl", "org.apache.iceberg.inmemory.InMemoryCatalog"));

    assertThat(catalog.name()).isEqualTo("iceberg");
  }

  @Test
  void opensACatalogOnHadoopsFileSystem() {
    Catalog catalog =
        CatalogLoader.load(
            options(
                "iceberg.catalog.type", "hadoop",
                "iceberg.catalog.uri", "absent",
                "iceberg.catalog.warehouse", directory.toUri().toString()));
    SupportsNamespaces namespaces = (SupportsNamespaces) catalog;

    namespaces.createNamespace(Namespace.of("db"));

    assertThat(directory.resolve("db")).isDirectory();
    assertThat(namespaces.listNamespaces()).containsExactly(Namespace.of("db"));
  }

  @Test
  void fillsHadoopsConfigurationFromFilesAndOptions() throws IOException {
    Files.writeString(
        directory.resolve("core-site.xml"),
        """
        <configuration>
          <property><name>from.file</name><value>file</value></property>
          <property><name>from.both</name><value>file</value></property>
        </configuration>
        """);

    String printed =
        HadoopConfiguration.of(
                options(
                    "iceberg.hadoop-conf-dir",
                    directory.toString(),
                    "iceberg.hadoop.from.both",
                    "option"))
            .map(CatalogLoaderTest::values)
            .orElseThrow()
            .toString();

    assertThat(printed)
        .contains("from.file=file", "from.both=option", "fs.s3a.input.stream.type=classic");
  }

  @Test
  void refusesAHadoopDirectoryThatIsNotThere() {
    assertThatThrownBy(
            () ->
                CatalogLoader.load(
                    options("iceberg.hadoop-conf-dir", directory.resolve("no").toString())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("iceberg.hadoop-conf-dir");
  }

  private static Map<String, String> values(Object configuration) {
    Map<String, String> values = new java.util.TreeMap<>();
    ((Iterable<?>) configuration)
        .forEach(
            property -> {
              Map.Entry<?, ?> entry = (Map.Entry<?, ?>) property;
              values.put(entry.getKey().toString(), entry.getValue().toString());
            });
    return values;
  }

  private static CatalogOptions options(String... keysAndValues) {
    return Reading.of(Configurations.with(keysAndValues), WorkerProperties.none())
        .orThrow()
        .catalog();
  }
}
