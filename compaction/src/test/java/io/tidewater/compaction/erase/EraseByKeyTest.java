/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import static io.tidewater.compaction.erase.EraseScene.SUBJECT;
import static io.tidewater.compaction.erase.EraseScene.ids;
import static io.tidewater.compaction.erase.EraseScene.request;
import static io.tidewater.compaction.erase.EraseScene.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.compaction.fixture.DiskTables;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.TaskResult;
import io.tidewater.compaction.task.TaskResult.Outcome;
import io.tidewater.format.deadletter.DeadLetterColumn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EraseByKeyTest {
  private EraseScene scene;

  @BeforeEach
  void create(@TempDir Path warehouse, @TempDir Path spill) {
    scene = new EraseScene(warehouse, spill);
  }

  @AfterEach
  void close() {
    scene.tables.close();
  }

  private static DeleteFile equalityDelete(Table table, String... names) {
    Schema keys = TestTables.keys(table, "name");
    List<Record> rows = new ArrayList<>();
    for (String name : names) {
      rows.add(TestTables.row(keys, name));
    }
    return TestTables.equalityDelete(table, keys, rows);
  }

  /** The key in two live files, one file where it was deleted, and an equality delete. */
  private Table history(int version) {
    Table table = scene.table(version);
    TestTables.append(table, List.of(row(1, "a"), row(2, SUBJECT), row(3, "b")));
    DataFile second = TestTables.append(table, List.of(row(4, SUBJECT), row(5, "c")));
    table
        .newRowDelta()
        .addDeletes(
            version == 3
                ? TestTables.deletionVector(table, second, 0)
                : TestTables.positionDelete(table, second, 0))
        .commit();
    table.newRowDelta().addDeletes(equalityDelete(table, SUBJECT, "b")).commit();
    TestTables.append(table, List.of(row(6, SUBJECT), row(7, "d")));
    TestTables.append(table, List.of(row(8, "b")));
    return table;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void leavesNothingOfAKeyInAnyFile(int version) {
    Table table = history(version);
    List<Long> before = new ArrayList<>();
    table.snapshots().forEach(snapshot -> before.add(snapshot.snapshotId()));
    assertThat(EraseScene.holding(table, SUBJECT)).hasSize(4);

    TaskResult result = scene.run(request(""));

    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(ids(table, "main")).containsExactly(1L, 5L, 7L, 8L);
    assertThat(EraseScene.holding(table, SUBJECT)).isEmpty();
    EraseReport.OfTable report = scene.lastReport().tables().get(0);
    assertThat(scene.lastReport().complete()).isTrue();
    assertThat(report.expiredSnapshots()).containsAll(before);
    assertThat(report.deletedFiles()).hasSizeGreaterThan(4);
    assertThat(report.rewrittenFiles()).hasSize(4);
    for (long old : before) {
      assertThat(table.snapshot(old)).isNull();
    }
  }

  @Test
  void keepsLineageAndOtherSnapshots() {
    Table table = scene.table(3);
    TestTables.append(table, List.of(row(1, "a")));
    Snapshot clean = table.currentSnapshot();
    TestTables.append(table, List.of(row(2, SUBJECT), row(3, "b")));
    Map<Long, Long> lineage = lineage(table);

    scene.run(request(""));

    table.refresh();
    assertThat(table.snapshot(clean.snapshotId())).isNotNull();
    lineage.remove(2L);
    assertThat(lineage(table)).isEqualTo(lineage);
  }

  private static Map<Long, Long> lineage(Table table) {
    table.refresh();
    Map<Long, Long> lineage = new TreeMap<>();
    Schema schema = MetadataColumns.schemaWithRowLineage(table.schema());
    try (var rows = IcebergGenerics.read(table).project(schema).build()) {
      rows.forEach(row -> lineage.put((Long) row.getField("id"), (Long) row.getField("_row_id")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return lineage;
  }

  @Test
  void freesAllBranches() {
    Table table = scene.table(3);
    TestTables.append(table, List.of(row(1, "a"), row(2, SUBJECT)));
    table.manageSnapshots().createBranch("audit").commit();
    DataFile onlyThere = TestTables.write(table, List.of(row(3, SUBJECT), row(4, "b")));
    table.newAppend().appendFile(onlyThere).toBranch("audit").commit();

    assertThat(scene.run(request("")).outcome()).isEqualTo(Outcome.DONE);

    assertThat(ids(table, "main")).containsExactly(1L);
    assertThat(ids(table, "audit")).containsExactly(1L, 4L);
    assertThat(EraseScene.holding(table, SUBJECT)).isEmpty();
  }

  @Test
  void saysWhichTagHoldsTheKeyAndDropsItOnlyWhenTold() {
    Table table = scene.table(3);
    TestTables.append(table, List.of(row(1, "a"), row(2, SUBJECT)));
    table.manageSnapshots().createTag("year-end", table.currentSnapshot().snapshotId()).commit();

    TaskResult kept = scene.run(request(""));

    assertThat(kept.outcome()).isEqualTo(Outcome.PARTLY);
    assertThat(kept.message()).contains("tag year-end, until it is dropped");
    assertThat(ids(table, "main")).containsExactly(1L);
    assertThat(ids(table, "year-end")).containsExactly(1L, 2L);

    TaskResult dropped = scene.run(request(", \"tags\": \"drop\""));

    assertThat(dropped.outcome()).isEqualTo(Outcome.DONE);
    assertThat(table.refs()).containsOnlyKeys("main", "year-end");
    table.refresh();
    assertThat(table.refs()).containsOnlyKeys("main");
    assertThat(EraseScene.holding(table, SUBJECT)).isEmpty();
  }

  @Test
  void changesNothingASecondTime() {
    Table table = history(3);
    scene.run(request(""));
    table.refresh();
    long head = table.currentSnapshot().snapshotId();

    assertThat(scene.run(request("")).outcome()).isEqualTo(Outcome.DONE);

    table.refresh();
    assertThat(table.currentSnapshot().snapshotId()).isEqualTo(head);
  }

  @Test
  void finishesAfterACrashInAnyStage() {
    int crashes = 0;
    boolean whole = false;
    while (!whole) {
      Table table = history(2 + crashes % 2);
      int[] stagesLeft = {crashes};
      scene.onStage =
          stage -> {
            if (stagesLeft[0]-- == 0) {
              throw new IllegalStateException("crash");
            }
          };
      try {
        scene.run(request(""));
        whole = true;
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("crash");
        crashes++;
        scene.onStage = stage -> {};
        scene.run(request(""));
      }
      assertThat(ids(table, "main")).containsExactly(1L, 5L, 7L, 8L);
      assertThat(scene.lastReport().complete()).isTrue();
      assertThat(EraseScene.holding(table, SUBJECT)).as("crash %d", crashes).isEmpty();
      scene.tables.catalog().dropTable(DiskTables.named("orders"), true);
    }
    assertThat(crashes).isGreaterThan(8);
  }

  @Test
  void followsAWriterThatGoesOn() {
    Table table = history(3);
    int[] commits = {0};
    scene.onStage =
        stage -> {
          if (++commits[0] <= 6) {
            table.refresh();
            TestTables.append(
                table,
                List.of(row(100 + commits[0], SUBJECT), row(200 + commits[0], "e" + commits[0])));
          }
        };

    assertThat(scene.run(request("")).outcome()).isEqualTo(Outcome.DONE);

    assertThat(ids(table, "main"))
        .containsExactly(1L, 5L, 7L, 8L, 201L, 202L, 203L, 204L, 205L, 206L);
    assertThat(EraseScene.holding(table, SUBJECT)).isEmpty();
  }

  @Test
  void erasesDeadLettersByTheirBytes() {
    scene.table(3);
    Table letters =
        scene.tables.create(
            "orders__dead_letters",
            DeadLetterColumn.schema(),
            PartitionSpec.unpartitioned(),
            3,
            Map.of("write.parquet.compression-codec", "uncompressed"));
    TestTables.append(
        letters,
        List.of(
            letter(letters, 1, "4711", "{}"),
            letter(letters, 2, "x", "{\"name\": \"" + SUBJECT + "\"}"),
            letter(letters, 3, "47110", "{}")));
    TestTables.append(scene.tables.load("orders"), List.of(row(1, SUBJECT), row(2, "a")));

    assertThat(scene.assess(request("")).findings().get(0).reason())
        .contains("does not say which dead letters");
    TaskResult result =
        scene.run(
            request(
                ", \"dead-letters\": {\"keys\": [\"4711\"], \"contain\": [\"" + SUBJECT + "\"]}"));

    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(TestTables.rows(letters))
        .singleElement()
        .satisfies(row -> assertThat(row.getField("_kafka_offset")).isEqualTo(3L));
    assertThat(EraseScene.holding(letters, SUBJECT)).isEmpty();
    assertThat(scene.lastReport().tables()).hasSize(2);
  }

  private static Record letter(Table letters, long offset, String key, String value) {
    GenericRecord letter = GenericRecord.create(letters.schema());
    letter.setField("_kafka_offset", offset);
    letter.setField("key", ByteBuffer.wrap(key.getBytes(StandardCharsets.UTF_8)));
    letter.setField("value", ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)));
    return letter;
  }

  @Test
  void refusesWhatCannotBeComplete() {
    Table old = scene.table(1);
    TestTables.append(old, List.of(row(1, SUBJECT)));

    Finding finding = scene.assess(request("")).findings().get(0);

    assertThat(finding.decision()).isEqualTo(Finding.Decision.NEEDS_PERSON);
    assertThat(finding.reason()).contains("format version 1");
  }

  @Test
  void neverTellsAValue() {
    Table table = history(3);
    scene.run(request(""));

    assertThat(request("").toString()).doesNotContain(SUBJECT);
    assertThat(scene.lastReport().toString()).doesNotContain(SUBJECT);
    EraseRequest wrong =
        RequestJson.parse(
            "{\"id\": \"c\", \"table\": \"shop.orders\", \"columns\": [\"id\"],"
                + " \"keys\": [[\"secret-value\"]]}",
            "test");
    assertThatThrownBy(() -> KeyMatch.of(wrong, table.schema()))
        .hasMessageContaining("key number 1 has no long for column id")
        .hasMessageNotContaining("secret-value")
        .hasNoCause();
    assertThatThrownBy(() -> RequestJson.parse("{\"keys\": [[\"secret-value\"]", "here"))
        .hasMessageNotContaining("secret-value")
        .hasNoCause();
  }
}
