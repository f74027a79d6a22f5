/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.TaskResult;
import io.tidewater.testing.s3.S3Server;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The removal of orphans on an object store, which lists by prefixes and has a clock of its own.
 */
class OrphansOnS3IT {
  private static final TableIdentifier ORDERS = TableIdentifier.of("shop", "orders");

  @Test
  void deletesWhatNobodyNamesAndNothingElse(@TempDir Path folder) throws IOException {
    try (S3Server server = S3Server.start(folder.resolve("s3"));
        JdbcCatalog catalog = new JdbcCatalog()) {
      Path bucket = server.createBucket("lake");
      Map<String, String> properties = new HashMap<>(server.access().fileIoProperties());
      properties.put(CatalogProperties.URI, "jdbc:sqlite:" + folder.resolve("catalog.db"));
      properties.put(CatalogProperties.WAREHOUSE_LOCATION, "s3://lake/warehouse");
      properties.put(CatalogProperties.FILE_IO_IMPL, "org.apache.iceberg.aws.s3.S3FileIO");
      catalog.initialize("s3", properties);
      catalog.createNamespace(Namespace.of("shop"));
      Table table = catalog.createTable(ORDERS, TestTables.SCHEMA, PartitionSpec.unpartitioned());
      TestTables.append(table, List.of(TestTables.row(TestTables.SCHEMA, 1L, "a", 1)));
      String stray = put(table, table.location() + "/data/stray.parquet");
      // Its location begins with that of the table, and is no part of it.
      String sibling = put(table, table.location() + "_archive/data/stray.parquet");
      OrphanScene.age(bucket, Duration.ofDays(5));

      assertThat(look(catalog, folder, 1).filesRemoved()).isZero();
      OrphanScene.age(
          bucket.resolve("warehouse/shop/orders/metadata/tidewater"), Duration.ofDays(2));
      TaskResult result = look(catalog, folder, 2);

      assertThat(result.message()).startsWith("Deleted 1 files");
      assertThat(table.io().newInputFile(stray).exists()).isFalse();
      assertThat(table.io().newInputFile(sibling).exists()).isTrue();
      assertThat(TestTables.rows(table)).hasSize(1);
    }
  }

  private static String put(Table table, String location) throws IOException {
    try (OutputStream out = table.io().newOutputFile(location).create()) {
      out.write(1);
    }
    return location;
  }

  private static TaskResult look(JdbcCatalog catalog, Path folder, long seed) {
    InstantSource clock = InstantSource.system();
    TableView view =
        new TableView(
            ORDERS,
            catalog.loadTable(ORDERS),
            "main",
            Policy.DEFAULTS.with(Map.of("orphans.interval", "0s"), "test"),
            clock.instant());
    return new DeleteOrphanFiles(
            new CatalogNeighbours(catalog, clock), folder.resolve("scratch"), time -> {})
        .assess(view)
        .tasks()
        .get(0)
        .run(new TestContext(seed, clock, 256L << 20));
  }
}
