/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.compaction.fixture.DiskTables;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.storage.ClockSkewException;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.TaskResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.function.Consumer;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeleteOrphanFilesTest {
  private static final Duration OLD = Duration.ofDays(4);
  private static final PartitionSpec BY_DAY =
      PartitionSpec.builderFor(TestTables.SCHEMA).identity("day").build();

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

  private static Record row(long id, int day) {
    return TestTables.row(TestTables.SCHEMA, id, "name", day);
  }

  /** A table with all kinds of files: two snapshots, a tag, deletes and statistics. */
  private Table table(int version) {
    Table table = tables.create("orders", TestTables.SCHEMA, BY_DAY, version);
    DataFile first = TestTables.append(table, List.of(row(1, 1), row(2, 1)));
    TestTables.append(table, List.of(row(3, 2)));
    table.manageSnapshots().createTag("kept", table.currentSnapshot().snapshotId()).commit();
    table
        .newRowDelta()
        .addDeletes(
            version == 3
                ? TestTables.deletionVector(table, first, 0)
                : TestTables.positionDelete(table, first, 0))
        .commit();
    table.newDelete().deleteFile(TestTables.append(table, List.of(row(4, 4)))).commit();
    return table;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void deletesWhatNobodyNamesOnlyAfterItsQuarantine(int version) throws IOException {
    Table table = table(version);
    NavigableSet<String> named = OrphanScene.files(table);
    DataFile lost = TestTables.write(table, List.of(row(9, 9)));
    Path stray = OrphanScene.put(table, "data/day=1/left-behind.parquet", "rows");
    Path failedCommit = OrphanScene.put(table, "metadata/snap-1-1-lost.avro", "list");
    OrphanScene.age(table, OLD);

    TaskResult first = scene.look(table);
    assertThat(first.filesRemoved()).isZero();
    assertThat(stray).exists();
    assertThat(first.message()).contains("On the list: 3 files");

    // Not yet: the grace period has not passed.
    assertThat(scene.look(table).filesRemoved()).isZero();

    OrphanScene.pass(table, Duration.ofHours(25));
    TaskResult last = scene.look(table);

    assertThat(last.filesRemoved()).isEqualTo(3);
    assertThat(last.message()).contains("2 data files", "1 manifest list files");
    assertThat(stray).doesNotExist();
    assertThat(failedCommit).doesNotExist();
    assertThat(OrphanScene.path(lost.location())).doesNotExist();
    NavigableSet<String> left = OrphanScene.files(table);
    left.removeIf(name -> name.startsWith("metadata/tidewater/"));
    assertThat(left).isEqualTo(named);
    assertThat(TestTables.rows(table)).hasSize(2);
  }

  @Test
  void waitsForTheInterval() {
    Table table = table(3);
    scene.settings.put("orphans.interval", "1d");
    scene.look(table);

    assertThat(scene.assess(table, scene.pauses::add).tasks()).isEmpty();
    OrphanScene.pass(table, Duration.ofHours(25));
    assertThat(scene.assess(table, scene.pauses::add).tasks()).hasSize(1);
  }

  @Test
  void sparesTheFileThatIsCommittedBetweenTwoLooks() {
    Table table = table(3);
    DataFile slow = TestTables.write(table, List.of(row(9, 9)));
    OrphanScene.age(table, OLD);
    scene.look(table);
    OrphanScene.pass(table, OLD);

    table.newAppend().appendFile(slow).commit();

    assertThat(scene.look(table).filesRemoved()).isZero();
    assertThat(TestTables.rows(table)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"listing", "reading manifests", "deleting"})
  void sparesTheFileThatIsCommittedInTheMidstOfALook(String stage) {
    Table table = table(3);
    DataFile slow = TestTables.write(table, List.of(row(9, 9)));
    OrphanScene.put(table, "data/stray.parquet", "x");
    OrphanScene.age(table, OLD);
    scene.look(table);
    OrphanScene.pass(table, OLD);
    scene.onStage =
        entered -> {
          if (entered.startsWith(stage)) {
            table.newAppend().appendFile(slow).commit();
          }
        };

    assertThat(scene.look(table).filesRemoved()).isEqualTo(1);
    assertThat(TestTables.rows(table)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"listing", "reading manifests", "deleting"})
  void finishesAfterACrashInAnyStage(String stage) {
    Table table = table(3);
    Path stray = OrphanScene.put(table, "data/stray.parquet", "x");
    OrphanScene.age(table, OLD);
    Consumer<String> crash =
        entered -> {
          if (entered.startsWith(stage)) {
            throw new IllegalStateException("crash");
          }
        };
    scene.onStage = crash;
    assertThatThrownBy(() -> scene.look(table)).hasMessage("crash");
    scene.onStage = entered -> {};
    scene.look(table);
    OrphanScene.pass(table, OLD);
    scene.onStage = crash;
    assertThatThrownBy(() -> scene.look(table)).hasMessage("crash");
    scene.onStage = entered -> {};

    assertThat(scene.look(table).filesRemoved()).isEqualTo(1);
    assertThat(stray).doesNotExist();
    assertThat(TestTables.rows(table)).hasSize(2);
  }

  @Test
  void sparesAFileThatWasWrittenAnewAfterItCameOnTheList() throws IOException {
    Table table = table(3);
    Path stray = OrphanScene.put(table, "data/stray.parquet", "one");
    OrphanScene.age(table, OLD);
    scene.look(table);
    OrphanScene.pass(table, Duration.ofDays(2));
    Files.writeString(stray, "two");
    OrphanScene.age(stray, OLD);

    assertThat(scene.look(table).filesRemoved()).isZero();
    assertThat(stray).exists();
  }

  @Test
  void leavesHiddenFilesAndYoungOnesAlone() {
    Table table = table(3);
    Path hidden = OrphanScene.put(table, "data/_temporary/0/part.parquet", "x");
    OrphanScene.put(table, "_SUCCESS", "");
    OrphanScene.age(table, Duration.ofDays(9));
    Path young = OrphanScene.put(table, "data/young.parquet", "x");
    scene.look(table);
    OrphanScene.pass(table, Duration.ofDays(2));

    TaskResult result = scene.look(table);

    assertThat(result.filesRemoved()).isZero();
    assertThat(result.message()).contains("Hidden, and left alone: 2 files");
    assertThat(result.message()).contains("Too young to tell: ");
    assertThat(hidden).exists();
    assertThat(young).exists();
  }

  @Test
  void reportsWithoutWritingAnything() {
    Table table = table(3);
    OrphanScene.put(table, "data/stray.parquet", "x");
    OrphanScene.age(table, OLD);
    NavigableSet<String> before = OrphanScene.files(table);
    scene.settings.put("orphans.mode", "report");

    TaskResult result = scene.look(table);

    assertThat(result.message()).contains("Nothing was deleted", "On the list: 1 files");
    assertThat(OrphanScene.files(table)).isEqualTo(before);
  }

  @Test
  void refusesWhenTheClocksDisagree() {
    Table table = table(3);
    Path stray = OrphanScene.put(table, "data/stray.parquet", "x");
    scene.skew = Duration.ofDays(30);

    assertThatThrownBy(() -> scene.look(table)).isInstanceOf(ClockSkewException.class);
    assertThat(stray).exists();
  }

  @Test
  void measuresAgeByTheClockOfTheStorage() {
    Table table = table(3);
    Path young = OrphanScene.put(table, "data/young.parquet", "x");
    // By the service's clock, the file is four days old and on a list for four.
    scene.skew = OLD;
    scene.settings.put("orphans.max-clock-skew", "10d");

    scene.look(table);
    assertThat(scene.look(table).filesRemoved()).isZero();
    assertThat(young).exists();
  }

  @Test
  void ignoresAListThatWasCutOff() throws IOException {
    Table table = table(3);
    Path stray = OrphanScene.put(table, "data/stray.parquet", "x");
    OrphanScene.age(table, OLD);
    scene.look(table);
    try (var lists = Files.list(OrphanScene.folder(table).resolve("metadata/tidewater/orphans"))) {
      for (Path list : lists.toList()) {
        byte[] whole = Files.readAllBytes(list);
        Files.delete(list);
        if (!list.toString().endsWith(".crc")) {
          Files.write(list, Arrays.copyOf(whole, whole.length - 12));
        }
      }
    }
    OrphanScene.pass(table, Duration.ofDays(2));

    assertThat(scene.look(table).filesRemoved()).isZero();
    assertThat(stray).exists();
  }

  @Test
  void keepsOnlyTheListsThatAreNeeded() {
    Table table = table(3);
    for (int day = 0; day < 6; day++) {
      scene.look(table);
      OrphanScene.pass(table, Duration.ofHours(25));
    }

    assertThat(OrphanScene.files(table).stream().filter(name -> name.endsWith(".orphans.gz")))
        .hasSize(2);
  }

  @Test
  void refusesAnAgeThatEndangersWriters() {
    Table table = table(3);
    scene.settings.put("orphans.min-age", "5m");

    assertThatThrownBy(() -> scene.assess(table, scene.pauses::add))
        .hasMessageContaining("orphans.min-age (test)");
  }

  @Test
  void deletesSlowly() {
    Table table = table(3);
    for (int i = 0; i < 50; i++) {
      OrphanScene.put(table, "data/stray" + i + ".parquet", "x");
    }
    OrphanScene.age(table, OLD);
    scene.settings.put("orphans.deletes-per-second", "1");
    scene.look(table);
    OrphanScene.pass(table, OLD);

    scene.look(table);

    assertThat(scene.pauses)
        .singleElement()
        .satisfies(p -> assertThat(p).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(50)));
  }

  @Test
  void saysWhenATableDoesNotOwnItsFiles() {
    Table table =
        tables.create("shared", TestTables.SCHEMA, BY_DAY, 2, Map.of("gc.enabled", "false"));

    assertThat(scene.assess(table, scene.pauses::add).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.decision()).isEqualTo(Finding.Decision.NEEDS_PERSON);
              assertThat(finding.reason()).contains("gc.enabled");
            });
  }
}
