/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.catalog.CatalogServer;
import io.tidewater.catalog.CatalogServerOptions;
import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.TaskResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.rest.RESTCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExpiryOverRestIT {
  private static final TableIdentifier NAME = TableIdentifier.of("shop", "orders");

  @TempDir private Path folder;
  private CatalogServer server;
  private RESTCatalog catalog;
  private Table table;

  @BeforeEach
  void tableWithTwelveSnapshots() throws IOException {
    server = CatalogServer.start(CatalogServerOptions.in(folder.resolve("catalog")).withPort(0));
    catalog = new RESTCatalog();
    catalog.initialize(
        "rest",
        Map.of(
            CatalogProperties.URI,
            server.uri().toString(),
            CatalogProperties.FILE_IO_IMPL,
            "io.tidewater.catalog.storage.LocalFileIO"));
    catalog.createNamespace(Namespace.of("shop"));
    table = catalog.createTable(NAME, TestTables.SCHEMA);
    for (long id = 1; id <= 12; id++) {
      TestTables.append(table, List.of(TestTables.row(TestTables.SCHEMA, id, "a", 1)));
    }
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
    server.close();
  }

  private long first() {
    Snapshot first = table.snapshots().iterator().next();
    return first.snapshotId();
  }

  @Test
  void expires() {
    Table ours = catalog.loadTable(NAME);
    TableView view =
        new TableView(NAME, ours, "main", Policy.DEFAULTS, Instant.now().plus(Duration.ofDays(10)));
    TestContext context = new TestContext(1, () -> view.now(), 64L << 20);

    TaskResult result =
        new Expiry(attempts -> {}, duration -> {}).assess(view).tasks().get(0).run(context);

    table.refresh();
    assertThat(result.message()).startsWith("11 snapshots expired");
    assertThat(result.filesRemoved()).isPositive();
    assertThat(table.snapshots()).hasSize(1);
    assertThat(table.refs().get("main").maxRefAgeMs()).isNull();
    assertThat(TestTables.rows(table)).hasSize(12);
  }

  /** Why {@link TableState#commit} sets each branch and tag to something else, and back. */
  @Test
  void theLibraryAloneWouldDropABranchThatWasRolledBackMeanwhile() {
    TableOperations operations = ((HasTableOperations) catalog.loadTable(NAME)).operations();
    TableMetadata base = operations.refresh();
    long first = first();
    table.manageSnapshots().rollbackTo(first).commit();

    operations.commit(base, TableMetadata.buildFrom(base).removeSnapshots(Set.of(first)).build());

    table.refresh();
    assertThat(table.currentSnapshot()).isNull();
  }

  @Test
  void neverRemovesASnapshotThatABranchWasRolledBackToMeanwhile() {
    TableState state = new TableState(catalog.loadTable(NAME));
    TableMetadata base = state.read();
    long first = first();
    table.manageSnapshots().rollbackTo(first).commit();

    assertThatThrownBy(
            () -> state.commit(base, TableMetadata.buildFrom(base).removeSnapshots(Set.of(first))))
        .isInstanceOf(CommitFailedException.class);

    table.refresh();
    assertThat(table.currentSnapshot().snapshotId()).isEqualTo(first);
  }

  @Test
  void neverRemovesASnapshotThatATagWasMovedToMeanwhile() {
    table.manageSnapshots().createTag("audit", table.currentSnapshot().snapshotId()).commit();
    TableState state = new TableState(catalog.loadTable(NAME));
    TableMetadata base = state.read();
    long first = first();
    table.manageSnapshots().replaceTag("audit", first).commit();

    assertThatThrownBy(
            () -> state.commit(base, TableMetadata.buildFrom(base).removeSnapshots(Set.of(first))))
        .isInstanceOf(CommitFailedException.class);

    table.refresh();
    assertThat(table.refs().get("audit").snapshotId()).isEqualTo(first);
  }
}
