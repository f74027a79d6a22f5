/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidewater.catalog.CatalogServer;
import io.tidewater.catalog.CatalogServerOptions;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.policy.ConfigurationReader;
import io.tidewater.compaction.source.TableSource;
import io.tidewater.compaction.source.TableSources;
import io.tidewater.testing.http.JsonClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services on one catalog share its tables, and the one that stays takes all of them. */
class SharedTablesIT {
  private static final int TABLES = 40;

  @TempDir private Path folder;

  @Test
  void shareTablesAndTakeThemOver() throws IOException {
    try (CatalogServer catalog =
            CatalogServer.start(CatalogServerOptions.in(folder.resolve("catalog")));
        TableSource source = TableSources.open("test", uri(catalog))) {
      ((SupportsNamespaces) source.catalog()).createNamespace(Namespace.of("shop"));
      for (int i = 0; i < TABLES; i++) {
        source
            .catalog()
            .createTable(
                TableIdentifier.of("shop", "t" + i),
                TestTables.SCHEMA,
                PartitionSpec.unpartitioned());
      }
      try (CompactionService stays = start(catalog)) {
        await().until(() -> metric(stays, "tables_owned") == TABLES);
        try (CompactionService leaves = start(catalog)) {
          await()
              .atMost(Duration.ofSeconds(60))
              .until(
                  () ->
                      metric(stays, "members") == 2
                          && metric(leaves, "members") == 2
                          && metric(stays, "tables_owned") + metric(leaves, "tables_owned")
                              == TABLES);
          assertThat(metric(stays, "tables_owned")).isBetween(5.0, TABLES - 5.0);
        }
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> metric(stays, "members") == 1 && metric(stays, "tables_owned") == TABLES);
      }
    }
  }

  private static Map<String, String> uri(CatalogServer catalog) {
    return Map.of(CatalogProperties.URI, catalog.uri().toString());
  }

  private static CompactionService start(CatalogServer catalog) throws IOException {
    return CompactionService.start(
        new ConfigurationReader(
                ServiceOptions.book(), StandardMaintenances.described().options(), Map.of())
            .read(
                Map.of(
                    "catalog.uri", catalog.uri().toString(),
                    "lease.heartbeat", "300ms",
                    "lease.timeout", "10s",
                    "service.discovery-interval", "300ms",
                    "orphans.mode", "off",
                    "console.port", "0"),
                "test"),
        TableSources.open("shared", uri(catalog)));
  }

  private static double metric(CompactionService service, String name) throws IOException {
    JsonClient console = new JsonClient(service.console().orElseThrow(), Duration.ofSeconds(20));
    Matcher matcher =
        Pattern.compile("tidewater_compaction_" + name + " ([0-9.E]+)")
            .matcher(console.get("/metrics").body());
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
  }
}
