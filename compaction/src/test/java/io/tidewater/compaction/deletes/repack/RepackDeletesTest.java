/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.repack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.deletes.HookedOperations;
import io.tidewater.compaction.deletes.Upserts;
import io.tidewater.compaction.deletes.Writers;
import io.tidewater.compaction.deletes.live.SnapshotFiles;
import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Maintenance;
import io.tidewater.compaction.task.TaskResult;
import io.tidewater.compaction.task.TaskResult.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.util.ContentFileUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepackDeletesTest {
  private final Maintenance repack = new RepackDeletes(attempts -> {});
  private TestTables tables;

  @BeforeEach
  void open(@TempDir Path folder) {
    tables = new TestTables(folder);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private Table create(int formatVersion) {
    return tables.create("orders", TestTables.SCHEMA, PartitionSpec.unpartitioned(), formatVersion);
  }

  private static List<DeleteFile> deleteFiles(Table of) {
    of.refresh();
    List<DeleteFile> files = new ArrayList<>();
    new SnapshotFiles(of, of.currentSnapshot()).deleteFiles(file -> files.add(file.copy()));
    return files;
  }

  private static List<DataFile> filesWithVectors(Table table, int count) {
    List<DataFile> files = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      DataFile file = Upserts.append(table, 10 * i, 10 * i + 1, 10 * i + 2);
      table.newRowDelta().addDeletes(TestTables.deletionVector(table, file, 1)).commit();
      files.add(file);
    }
    table.refresh();
    return files;
  }

  @Test
  void packsVectorsAsTheyAreIntoOneFile() {
    Table table = create(3);
    filesWithVectors(table, 5);
    List<Long> before = Upserts.ids(table);
    List<Long> sequenceNumbers = new ArrayList<>();
    deleteFiles(table).forEach(file -> sequenceNumbers.add(file.dataSequenceNumber()));

    List<TaskResult> results = Upserts.maintain(repack, table, "repack-deletes.files", "5");

    assertThat(results).extracting(TaskResult::outcome).containsExactly(Outcome.DONE);
    assertThat(Upserts.ids(table)).isEqualTo(before);
    assertThat(deleteFiles(table)).hasSize(5);
    assertThat(deleteFiles(table).stream().map(DeleteFile::location).distinct()).hasSize(1);
    assertThat(deleteFiles(table))
        .extracting(DeleteFile::dataSequenceNumber)
        .containsExactlyInAnyOrderElementsOf(sequenceNumbers);
    assertThat(table.currentSnapshot().operation()).isEqualTo(DataOperations.REPLACE);
    assertThat(Upserts.maintain(repack, table, "repack-deletes.files", "2")).isEmpty();
  }

  @Test
  void leavesFewSmallFilesAlone() {
    Table table = create(3);
    filesWithVectors(table, 3);

    Assessment assessment = repack.assess(Upserts.view(table));

    assertThat(assessment.tasks()).isEmpty();
    assertThat(assessment.findings())
        .contains(Finding.skipped("table", "3 small files of deletion vectors, fewer than 16"));
  }

  @Test
  void leavesOutWhatOthersHaveChangedMeanwhile() {
    Table table = create(3);
    List<DataFile> files = filesWithVectors(table, 4);
    Table writer = tables.load("orders");
    AtomicInteger commits = new AtomicInteger();
    Table ours =
        HookedOperations.hook(
            tables.load("orders"),
            () -> {
              if (commits.getAndIncrement() == 0) {
                DeleteFile old =
                    deleteFiles(writer).stream()
                        .filter(file -> file.referencedDataFile().equals(files.get(0).location()))
                        .findFirst()
                        .orElseThrow();
                writer
                    .newRowDelta()
                    .validateFromSnapshot(writer.currentSnapshot().snapshotId())
                    .removeDeletes(old)
                    .addDeletes(TestTables.deletionVector(writer, files.get(0), 0, 1))
                    .commit();
                writer.newDelete().deleteFile(files.get(1).location()).commit();
              }
            });

    TaskResult result =
        repack
            .assess(Upserts.view(ours, "repack-deletes.files", "2"))
            .tasks()
            .get(0)
            .run(new TestContext(1));

    assertThat(result.outcome()).isEqualTo(Outcome.PARTLY);
    assertThat(result.conflicts()).isEqualTo(2);
    assertThat(Upserts.ids(table)).containsExactly(2L, 20L, 22L, 30L, 32L);
  }

  @Test
  void makesPositionDeletesOfSeveralFilesOneForEach() {
    Table table = create(2);
    DataFile one = Upserts.append(table, 1, 2, 3);
    DataFile two = Upserts.append(table, 4, 5, 6);
    Upserts.append(table, 7);
    table
        .newRowDelta()
        .addDeletes(Writers.partitionDelete(table, List.of(one, two), 0))
        .addDeletes(TestTables.positionDelete(table, one, 2))
        .commit();

    Upserts.maintain(repack, table);

    assertThat(Upserts.ids(table)).containsExactly(2L, 5L, 6L, 7L);
    assertThat(deleteFiles(table))
        .hasSize(2)
        .extracting(DeleteFile::referencedDataFile)
        .containsExactlyInAnyOrder(one.location(), two.location());
    assertThat(Upserts.maintain(repack, table)).isEmpty();
  }

  @Test
  void makesVectorsOfPositionDeletesAfterAnUpgrade() {
    Table table = create(2);
    DataFile one = Upserts.append(table, 1, 2, 3);
    DataFile two = Upserts.append(table, 4, 5, 6);
    table
        .newRowDelta()
        .addDeletes(Writers.partitionDelete(table, List.of(one, two), 0))
        .addDeletes(TestTables.positionDelete(table, one, 2))
        .commit();
    table.updateProperties().set(TableProperties.FORMAT_VERSION, "3").commit();

    Upserts.maintain(repack, table);

    assertThat(Upserts.ids(table)).containsExactly(2L, 5L, 6L);
    assertThat(deleteFiles(table)).hasSize(2).allMatch(ContentFileUtil::isDV);
    assertThat(Upserts.maintain(repack, table)).isEmpty();
  }

  @Test
  void removesDeletesThatDangleInTheirOwnPartition() {
    PartitionSpec byDay = PartitionSpec.builderFor(TestTables.SCHEMA).identity("day").build();
    Table table = tables.create("parted", TestTables.SCHEMA, byDay, 3);
    // Old data of another day keeps the table's smallest sequence number down.
    TestTables.append(table, List.of(TestTables.row(TestTables.SCHEMA, 1L, "a", 2)));
    DeleteFile dangling = Upserts.delete(table, 5);
    Upserts.append(table, 5, 6);
    DeleteFile needed = Upserts.delete(table, 6);

    List<TaskResult> results = Upserts.maintain(repack, table);

    assertThat(results).extracting(TaskResult::filesRemoved).containsExactly(1L);
    assertThat(deleteFiles(table))
        .extracting(DeleteFile::location)
        .containsExactly(needed.location())
        .doesNotContain(dangling.location());
    assertThat(Upserts.ids(table)).containsExactly(1L, 5L);
  }

  @Test
  void removesVectorsOfFilesThatAreGone() {
    Table table = create(3);
    List<DataFile> files = filesWithVectors(table, 2);
    DeleteFile vector =
        deleteFiles(table).stream()
            .filter(file -> file.referencedDataFile().equals(files.get(1).location()))
            .findFirst()
            .orElseThrow();
    table.newDelete().deleteFile(files.get(1).location()).commit();
    boolean dangles =
        deleteFiles(table).stream().anyMatch(file -> file.location().equals(vector.location()));

    Upserts.maintain(repack, table);

    assertThat(deleteFiles(table))
        .extracting(DeleteFile::referencedDataFile)
        .containsExactly(files.get(0).location());
    assertThat(dangles || !Upserts.ids(table).isEmpty()).isTrue();
  }
}
