/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.DiskTables;
import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.TaskResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that several tables use, and files that have several names. */
class SharedFoldersTest {
  private static final Duration OLD = Duration.ofDays(5);

  private DiskTables tables;
  private OrphanScene scene;

  @BeforeEach
  void create(@TempDir Path warehouse, @TempDir Path scratch) {
    tables = new DiskTables(warehouse);
    scene = new OrphanScene(tables, scratch);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private Table table(String name, Map<String, String> properties) {
    Table table =
        tables.create(name, TestTables.SCHEMA, PartitionSpec.unpartitioned(), 2, properties);
    TestTables.append(table, List.of(TestTables.row(TestTables.SCHEMA, 1L, "name", 1)));
    return table;
  }

  @Test
  void refusesWhatANeighbourWritesInto() {
    Table orders = table("orders", Map.of());
    table("guest", Map.of("write.data.path", orders.location() + "/data"));

    assertThat(scene.assess(orders, scene.pauses::add).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.decision()).isEqualTo(Finding.Decision.NEEDS_PERSON);
              assertThat(finding.reason()).contains("shop.guest");
            });
  }

  @Test
  void refusesWhereMetadataOfAnUnknownTableLies() throws IOException {
    Table orders = table("orders", Map.of());
    Table foreign = table("foreign", Map.of());
    Path stray = OrphanScene.put(orders, "data/stray.parquet", "x");
    // A table of another catalog keeps its files inside ours.
    Path metadata = OrphanScene.folder(foreign).resolve("metadata");
    Path inside = OrphanScene.folder(orders).resolve("inner/metadata");
    Files.createDirectories(inside);
    try (var files = Files.list(metadata)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".metadata.json")).toList()) {
        Files.copy(file, inside.resolve(file.getFileName()));
      }
    }
    tables.catalog().dropTable(DiskTables.named("foreign"), false);
    OrphanScene.age(orders, OLD);

    TaskResult result = scene.look(orders);
    OrphanScene.pass(orders, OLD);
    TaskResult again = scene.look(orders);

    assertThat(result.outcome()).isEqualTo(TaskResult.Outcome.GIVEN_UP);
    assertThat(result.message()).contains("another table", foreign.uuid().toString());
    assertThat(again.filesRemoved()).isZero();
    assertThat(stray).exists();
  }

  @Test
  void reportsAndKeepsWhatIsNamedUnderAnotherScheme() {
    Table orders = table("orders", Map.of());
    Path file = OrphanScene.put(orders, "data/moved.parquet", "x");
    // As after a migration: metadata says hdfs, the storage says file.
    DataFile elsewhere =
        DataFiles.builder(PartitionSpec.unpartitioned())
            .withPath("hdfs://cluster" + file)
            .withFileSizeInBytes(1)
            .withRecordCount(1)
            .build();
    orders.newAppend().appendFile(elsewhere).commit();
    OrphanScene.age(orders, OLD);
    scene.look(orders);
    OrphanScene.pass(orders, OLD);

    TaskResult result = scene.look(orders);

    assertThat(result.filesRemoved()).isZero();
    assertThat(result.message()).contains("another scheme or authority, and left alone: 1 files");
    assertThat(file).exists();
  }

  @Test
  void refusesAListingThatShowsNothingOfTheTable(@TempDir Path folder) {
    Table orders = table("orders", Map.of());
    ListedFile stray = new ListedFile(orders.location() + "/data/stray.parquet", 1, 0);
    try (Scratch scratch = new Scratch(folder, new UUID(1, 2));
        Buckets<Suspect> suspects = scratch.buckets(Suspect.FORM)) {
      Judgement judgement = new Judgement(orders, suspects, new TestContext(1));

      judgement.judged(0, stray, Verdict.SUSPECT);
      assertThat(judgement.objection()).isPresent();

      judgement.judged(0, stray, Verdict.LIVE);
      assertThat(judgement.objection()).isEmpty();
    }
  }
}
