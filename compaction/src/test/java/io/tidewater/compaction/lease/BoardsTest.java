/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardsTest {
  @TempDir Path folder;

  private static void keepsSigns(Catalog catalog) {
    Board board = Boards.in(catalog, "tidewater_compaction");
    board.write("one", "1");
    Boards.in(catalog, "tidewater_compaction").write("two", "7|shop.orders");
    board.write("one", "2");

    assertThat(board.read()).isEqualTo(Map.of("one", "2", "two", "7|shop.orders"));

    board.remove(List.of("one", "three"));
    assertThat(board.read()).isEqualTo(Map.of("two", "7|shop.orders"));
  }

  @Test
  void meetsInThePropertiesOfANamespace() throws IOException {
    try (InMemoryCatalog catalog = new InMemoryCatalog()) {
      catalog.initialize(
          "test", Map.of(CatalogProperties.WAREHOUSE_LOCATION, folder.toUri().toString()));

      keepsSigns(catalog);

      assertThat(catalog.listTables(Namespace.of("tidewater_compaction"))).isEmpty();
    }
  }

  @Test
  void meetsInATableWhereNamespacesHaveNoProperties() throws IOException {
    try (HadoopCatalog catalog = new HadoopCatalog()) {
      catalog.setConf(new Configuration(false));
      catalog.initialize(
          "test", Map.of(CatalogProperties.WAREHOUSE_LOCATION, folder.toUri().toString()));

      keepsSigns(catalog);

      assertThat(catalog.tableExists(TableIdentifier.of("tidewater_compaction", "leases")))
          .isTrue();
    }
  }
}
