/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import io.tidewater.catalog.CatalogServer;
import io.tidewater.catalog.CatalogServerOptions;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.policy.Configuration;
import io.tidewater.compaction.policy.ConfigurationReader;
import io.tidewater.compaction.source.TableSource;
import io.tidewater.compaction.source.TableSources;
import io.tidewater.testing.http.JsonClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What it costs to look after many tables while nothing changes. 200 tables, or as many as {@code
 * -Dtidewater.tables=4000} says; prints what it measured and asserts counts only.
 */
class ManyTablesIT {
  private static final int TABLES = Integer.getInteger("tidewater.tables", 200);
  private static final int ROUNDS = 3;
  private static final Pattern LOOKS =
      Pattern.compile("tidewater_compaction_looks_total\\{result=\"(\\w+)\"} ([0-9.E]+)");

  @TempDir private Path folder;

  @Test
  void asksOneSmallQuestionForATableThatHasNotChanged() throws IOException {
    try (CatalogServer catalog =
            CatalogServer.start(CatalogServerOptions.in(folder.resolve("catalog")));
        TableSource source = TableSources.open("test", uri(catalog))) {
      create(source);
      try (CompactionService service =
          CompactionService.start(
              configuration(catalog), TableSources.open("many", uri(catalog)))) {
        JsonClient console =
            new JsonClient(service.console().orElseThrow(), Duration.ofSeconds(30));
        awaitLooks(console, "loaded", TABLES);
        long usedHeap = usedHeap();
        double loaded = looks(console, "loaded");
        double before = looks(console, "unchanged");
        long cpuBefore = cpuNanos();

        awaitLooks(console, "unchanged", before + (double) ROUNDS * TABLES);

        double looks = looks(console, "unchanged") - before;
        double micros = (cpuNanos() - cpuBefore) / 1000.0;
        System.out.printf(
            "%d tables: %.0f looks that found nothing new, each one request answered 304;"
                + " %.0f microseconds of CPU a look, the catalog's and the client's share"
                + " included; heap in use %d MB%n",
            TABLES, looks, micros / looks, usedHeap >> 20);
        assertThat(looks(console, "loaded")).as("tables loaded though unchanged").isEqualTo(loaded);
        assertThat(looks(console, "failed")).isZero();

        touch(source);
        awaitLooks(console, "loaded", loaded + 1);
      }
    }
  }

  private static Map<String, String> uri(CatalogServer catalog) {
    return Map.of(CatalogProperties.URI, catalog.uri().toString());
  }

  /** Looks as fast as they can be, and no kind that would find something to do. */
  private static Configuration configuration(CatalogServer catalog) {
    return new ConfigurationReader(
            ServiceOptions.book(), StandardMaintenances.described().options(), Map.of())
        .read(
            Map.of(
                "catalog.uri", catalog.uri().toString(),
                "service.look-interval", "1s",
                "service.look-interval-max", "1s",
                "orphans.mode", "off",
                "metadata.enabled", "false",
                "schema.interval", "1d",
                "console.port", "0",
                "rewrite.enabled", "false"),
            "test");
  }

  private static void create(TableSource source) {
    ((SupportsNamespaces) source.catalog()).createNamespace(Namespace.of("shop"));
    IntStream.range(0, TABLES).parallel().forEach(i -> create(source, i));
  }

  private static void create(TableSource source, int i) {
    append(
        source
            .catalog()
            .createTable(
                TableIdentifier.of("shop", "t" + i),
                TestTables.SCHEMA,
                PartitionSpec.unpartitioned()));
    if ((i + 1) % 500 == 0) {
      System.out.println("created about " + (i + 1) + " of " + TABLES + " tables");
    }
  }

  /** Only metadata is looked at, so the file need not be there. */
  private static void append(Table table) {
    table
        .newFastAppend()
        .appendFile(
            DataFiles.builder(table.spec())
                .withPath(table.location() + "/data/" + table.history().size() + ".parquet")
                .withFileSizeInBytes(1000)
                .withRecordCount(10)
                .build())
        .commit();
  }

  private static void touch(TableSource source) {
    append(source.catalog().loadTable(TableIdentifier.of("shop", "t7")));
  }

  private static void awaitLooks(JsonClient console, String result, double atLeast) {
    await()
        .atMost(Duration.ofMinutes(20))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> looks(console, result) >= atLeast);
  }

  private static double looks(JsonClient console, String result) throws IOException {
    Matcher matcher = LOOKS.matcher(console.get("/metrics").body());
    double looks = 0;
    while (matcher.find()) {
      looks += matcher.group(1).equals(result) ? Double.parseDouble(matcher.group(2)) : 0;
    }
    return looks;
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
