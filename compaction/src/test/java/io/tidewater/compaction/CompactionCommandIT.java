/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidewater.catalog.CatalogServer;
import io.tidewater.catalog.CatalogServerOptions;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.source.Look;
import io.tidewater.compaction.source.TableSource;
import io.tidewater.compaction.source.TableSources;
import io.tidewater.testing.http.JsonClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real command on the real catalog, with a table of many small files. */
class CompactionCommandIT {
  private static final TableIdentifier ORDERS = TableIdentifier.of("shop", "orders");
  private static final int FILES = 16;

  @TempDir private Path folder;
  private CatalogServer catalog;
  private TableSource source;
  private String uri;
  private long nextId;

  @BeforeEach
  void startCatalog() throws IOException {
    catalog = CatalogServer.start(CatalogServerOptions.in(folder.resolve("catalog")));
    uri = catalog.uri().toString();
    source = TableSources.open("test", Map.of(CatalogProperties.URI, uri));
    ((SupportsNamespaces) source.catalog()).createNamespace(Namespace.of("shop"));
    Table table =
        source
            .catalog()
            .createTable(
                ORDERS,
                TestTables.SCHEMA,
                PartitionSpec.unpartitioned(),
                Map.of(TableProperties.FORMAT_VERSION, "3"));
    appendSmallFiles(table);
  }

  @AfterEach
  void stopCatalog() {
    source.close();
    catalog.close();
  }

  private void appendSmallFiles(Table table) {
    AppendFiles append = table.newAppend();
    for (int i = 0; i < FILES; i++) {
      long id = nextId++;
      append.appendFile(
          TestTables.write(
              table, List.of(TestTables.row(TestTables.SCHEMA, id, "order " + id, 1))));
    }
    append.commit();
  }

  private Table orders() {
    return source.catalog().loadTable(ORDERS);
  }

  private int files() {
    return Integer.parseInt(
        orders().currentSnapshot().summary().get(SnapshotSummary.TOTAL_DATA_FILES_PROP));
  }

  private List<Long> ids() {
    List<Long> ids = new ArrayList<>();
    TestTables.rows(orders()).forEach(row -> ids.add((Long) row.getField("id")));
    return ids.stream().sorted().toList();
  }

  @Test
  void plansExplainsAndRunsOnce() {
    List<Long> before = ids();

    CommandRun plan = CommandRun.of("plan", "-c", uri, "--only", "rewrite");
    assertThat(plan.code()).as(plan.err()).isZero();
    assertThat(plan.out())
        .contains("shop.orders\n  rewrite ")
        .contains("files 16 -> 1")
        .contains("1 tasks on 1 of 1 tables");
    assertThat(files()).as("a plan changes nothing").isEqualTo(FILES);

    CommandRun off =
        CommandRun.of(
            "explain", "shop.orders", "-c", uri, "-o", "tables[shop.*].rewrite.enabled=false");
    assertThat(off.code()).as(off.err()).isZero();
    assertThat(off.out())
        .contains("rewrite.enabled")
        .contains("command line, tables[shop.*]")
        .containsPattern("skip +table +switched off: rewrite.enabled=false")
        .contains("convert-deletes\n");

    CommandRun run = CommandRun.of("run", "shop.orders", "-c", uri, "--only", "rewrite");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).containsPattern("rewrite .* done ").contains("files -16 +1");
    assertThat(files()).isEqualTo(1);
    assertThat(ids()).isEqualTo(before);

    CommandRun again = CommandRun.of("run", "shop.orders", "-c", uri, "--only", "rewrite");
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("Nothing to be done on shop.orders");
  }

  @Test
  void servesUntilItIsToldToStop() throws Exception {
    try (ServiceProcess service =
        ServiceProcess.start(
            folder.resolve("service.log"),
            "-c",
            uri,
            "-o",
            "console.port=0",
            "-o",
            "service.look-interval=1s",
            "-o",
            "service.discovery-interval=1s",
            "-o",
            "orphans.mode=off")) {
      JsonClient console = new JsonClient(service.console(), Duration.ofSeconds(20));
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(300))
          .until(() -> files() == 1);
      appendSmallFiles(orders());
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(300))
          .until(() -> files() == 1 || files() == 2);

      assertThat(console.get("/health").status()).isEqualTo(200);
      assertThat(console.get("/v1/nothing").status()).isEqualTo(404);
      await()
          .untilAsserted(
              () ->
                  assertThat(console.get("/v1/tables/shop.orders").body())
                      .contains("\"ending\" : \"done\"", "\"kind\" : \"rewrite\"", "\"findings\""));
      assertThat(console.get("/metrics").body())
          .contains("tidewater_compaction_tasks_total{kind=\"rewrite\",outcome=\"done\"}")
          .contains("tidewater_compaction_table_ingested_bytes_total{table=\"shop.orders\"}")
          .containsPattern("tidewater_compaction_files_removed_total\\{kind=\"rewrite\"} [1-9]");

      CommandRun status = CommandRun.of("status", "--console", service.console().toString());
      assertThat(status.code()).as(status.err()).isZero();
      assertThat(status.out())
          .contains("1 process(es) share the tables")
          .containsPattern("rewrite +shop.orders table +done");
      assertThat(
              CommandRun.of(
                      "explain",
                      "shop.orders",
                      "-c",
                      uri,
                      "--console",
                      service.console().toString())
                  .out())
          .contains("What the service did to it, newest first")
          .containsPattern("rewrite +shop.orders table +done");

      assertThat(service.terminate()).as(service.log()).isEqualTo(143);
      assertThat(service.log()).doesNotContain("ERROR", "Exception");
      assertThat(ids()).hasSize(2 * FILES);
    }
    assertThat(
            ((SupportsNamespaces) source.catalog())
                .loadNamespaceMetadata(Namespace.of("tidewater_compaction"))
                .keySet())
        .as("its lease is given back")
        .noneMatch(property -> property.startsWith("member."));
  }

  @Test
  void asksTheCatalogOnlyWhetherSomethingHasChanged() {
    Look.Loaded first = (Look.Loaded) source.look(ORDERS, Optional.empty());
    assertThat(first.mark()).startsWith("etag:");
    assertThat(source.look(ORDERS, Optional.of(first.mark()))).isInstanceOf(Look.Unchanged.class);

    appendSmallFiles(orders());
    Look.Loaded second = (Look.Loaded) source.look(ORDERS, Optional.of(first.mark()));
    assertThat(second.mark()).isNotEqualTo(first.mark());
    assertThat(source.look(TableIdentifier.of("shop", "none"), Optional.empty()))
        .isInstanceOf(Look.Gone.class);
  }

  @Test
  void tellsWhatIsWrongWithItsOptions() {
    CommandRun run =
        CommandRun.of(
            "plan", "-c", uri, "-o", "rewrite.target-file-siz=1GB", "-o", "service.workers=many");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("did you mean rewrite.target-file-size?")
        .contains("service.workers (command line): expected a whole number, got 'many'");
    assertThat(CommandRun.of("plan").err()).contains("no catalog is named");
  }

  @Test
  void refusesATableWithAMistakeAmongItsProperties() {
    orders().updateProperties().set("tidewater.compaction.rewrite.enabeld", "false").commit();

    CommandRun plan = CommandRun.of("plan", "-c", uri);
    assertThat(plan.code()).isZero();
    assertThat(plan.out())
        .contains("needs-person  rewrite.enabeld (table property")
        .contains("did you mean rewrite.enabled?");
    CommandRun run = CommandRun.of("run", "shop.orders", "-c", uri);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("did you mean rewrite.enabled?");
    assertThat(files()).isEqualTo(FILES);
  }
}
