/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.DiskTables;
import io.tidewater.compaction.fixture.StagedContext;
import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.TaskResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;

/** A table of orders of people, and requests to forget one of them. */
final class EraseScene {
  static final String SUBJECT = "subject-4711";

  final DiskTables tables;
  final Path folder;
  final List<EraseReport> reports = new ArrayList<>();
  Consumer<String> onStage = stage -> {};
  private final Path spill;
  private long runs;

  EraseScene(Path warehouse, Path spill) {
    this.folder = warehouse;
    this.tables = new DiskTables(warehouse);
    this.spill = spill;
  }

  Table table(int version) {
    return tables.create(
        "orders",
        TestTables.SCHEMA,
        PartitionSpec.unpartitioned(),
        version,
        Map.of("write.parquet.compression-codec", "uncompressed"));
  }

  static Record row(long id, String name) {
    return TestTables.row(TestTables.SCHEMA, id, name, 1);
  }

  static EraseRequest request(String more) {
    return RequestJson.parse(
        "{\"id\": \"case-1\", \"table\": \"shop.orders\", \"columns\": [\"name\"], \"keys\": [[\""
            + SUBJECT
            + "\"]]"
            + more
            + "}",
        "test");
  }

  Assessment assess(EraseRequest request) {
    EraseRequests requests =
        new EraseRequests() {
          @Override
          public List<EraseRequest> pending(TableIdentifier table) {
            return request.table().equals(table) ? List.of(request) : List.of();
          }

          @Override
          public void report(EraseRequest done, EraseReport report) {
            reports.add(report);
          }
        };
    return new EraseByKey(requests, tables.catalog(), attempts -> {}, spill)
        .assess(
            new TableView(
                DiskTables.named("orders"),
                tables.load("orders"),
                "main",
                Policy.DEFAULTS.with(Map.of("erase.enabled", "true"), "test"),
                InstantSource.system().instant()));
  }

  TaskResult run(EraseRequest request) {
    Assessment assessment = assess(request);
    assertThat(assessment.tasks()).as("%s", assessment.findings()).hasSize(1);
    return assessment
        .tasks()
        .get(0)
        .run(
            new StagedContext(
                new TestContext(++runs, InstantSource.system(), 64L << 20),
                stage -> onStage.accept(stage)));
  }

  EraseReport lastReport() {
    return reports.get(reports.size() - 1);
  }

  static NavigableSet<Long> ids(Table table, String branch) {
    table.refresh();
    NavigableSet<Long> ids = new TreeSet<>();
    try (var rows =
        IcebergGenerics.read(table).useSnapshot(table.snapshot(branch).snapshotId()).build()) {
      rows.forEach(row -> ids.add((Long) row.getField("id")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ids;
  }

  /** The data and delete files of a table that hold a text, of all that lie in its folder. */
  static List<String> holding(Table table, String text) {
    try (Stream<Path> all = Files.walk(Path.of(URI.create(table.location())).resolve("data"))) {
      List<String> holding = new ArrayList<>();
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (content.contains(text)) {
          holding.add(file.getFileName().toString());
        }
      }
      return holding;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
