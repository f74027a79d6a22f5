/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.compaction.deletes.BusyContext;
import io.tidewater.compaction.deletes.HookedOperations;
import io.tidewater.compaction.deletes.Upserts;
import io.tidewater.compaction.deletes.live.SnapshotFiles;
import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Maintenance;
import io.tidewater.compaction.task.TaskResult;
import io.tidewater.compaction.task.TaskResult.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.ValidationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertDeletesTest {
  private final Maintenance convert = new ConvertDeletes(attempts -> {});
  private TestTables tables;
  private Table table;

  @BeforeEach
  void create(@TempDir Path folder) {
    tables = new TestTables(folder);
    table = tables.create("orders", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 3);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private List<DeleteFile> deleteFiles(Table of) {
    of.refresh();
    List<DeleteFile> files = new java.util.ArrayList<>();
    new SnapshotFiles(of, of.currentSnapshot()).deleteFiles(file -> files.add(file.copy()));
    return files;
  }

  @Test
  void makesOneVectorOfAllThatDeletesAFilesRows() {
    DataFile file = Upserts.append(table, 1, 2, 3, 4, 5);
    DeleteFile vector = TestTables.deletionVector(table, file, 0);
    table.newRowDelta().addDeletes(vector).commit();
    Upserts.delete(table, 2);
    Upserts.upsert(table, 3);

    List<TaskResult> results = Upserts.maintain(convert, table);

    assertThat(results).extracting(TaskResult::outcome).containsExactly(Outcome.DONE);
    assertThat(Upserts.ids(table)).containsExactly(3L, 4L, 5L);
    assertThat(deleteFiles(table))
        .singleElement()
        .satisfies(
            now -> {
              assertThat(now.recordCount()).isEqualTo(3);
              assertThat(now.referencedDataFile()).isEqualTo(file.location());
            });
    assertThat(table.currentSnapshot().operation()).isEqualTo(DataOperations.DELETE);
  }

  @Test
  void writesPositionDeletesOfOneFileEachOnFormatVersionTwo() {
    Table v2 = tables.create("v2", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 2);
    DataFile one = Upserts.append(v2, 1, 2);
    DataFile two = Upserts.append(v2, 3, 4);
    Upserts.delete(v2, 1, 4);

    Upserts.maintain(convert, v2);

    assertThat(Upserts.ids(v2)).containsExactly(2L, 3L);
    assertThat(deleteFiles(v2))
        .extracting(DeleteFile::referencedDataFile)
        .containsExactlyInAnyOrder(one.location(), two.location());
  }

  @Test
  void carriesTheSpecAndPartitionOfTheDataFile() {
    PartitionSpec byDay = PartitionSpec.builderFor(TestTables.SCHEMA).identity("day").build();
    Table parted = tables.create("parted", TestTables.SCHEMA, byDay, 3);
    DataFile file = Upserts.append(parted, 1, 2);
    parted.updateSpec().removeField("day").commit();
    Upserts.delete(parted, 1);

    Upserts.maintain(convert, parted);

    assertThat(deleteFiles(parted))
        .singleElement()
        .satisfies(
            vector -> {
              assertThat(vector.specId()).isEqualTo(file.specId());
              assertThat(vector.partition().get(0, Integer.class)).isEqualTo(1);
            });
    assertThat(Upserts.ids(parted)).containsExactly(2L);
  }

  @Test
  void readsOnlyFilesThatTheKeysCanBeIn() {
    for (long i = 0; i < 10; i++) {
      Upserts.append(table, 10 * i, 10 * i + 9);
    }
    Upserts.delete(table, 39, 40);
    TestContext context = new TestContext(1);
    Assessment assessment = convert.assess(Upserts.view(table));

    assessment.tasks().get(0).run(context);

    assertThat(assessment.tasks().get(0).estimate().filesAfter()).isEqualTo(2);
    assertThat(Upserts.ids(table)).hasSize(18).doesNotContain(39L, 40L);
  }

  @Test
  void doesNothingWhereNothingIsPending() {
    assertThat(convert.assess(Upserts.view(table)).tasks()).isEmpty();
    Upserts.append(table, 1);

    Assessment assessment = convert.assess(Upserts.view(table));

    assertThat(assessment.tasks()).isEmpty();
    assertThat(assessment.findings())
        .containsExactly(Finding.skipped(Finding.WHOLE_TABLE, "no equality deletes"));
  }

  /** Fault: a rewrite that was planned before an equality delete came loses it. */
  @Test
  void aRewriteThatWasPlannedBeforeCannotBringRowsBack() {
    for (boolean naive : new boolean[] {true, false}) {
      Table faulty =
          tables.create("rewrite" + naive, TestTables.SCHEMA, PartitionSpec.unpartitioned(), 3);
      DataFile input = Upserts.append(faulty, 1, 2);
      long planned = faulty.currentSnapshot().snapshotId();
      DeleteFile delete = Upserts.delete(faulty, 1);
      Upserts.append(faulty, 3);
      if (naive) {
        RewriteFiles replace = faulty.newRewrite().deleteFile(delete);
        replace.addFile(TestTables.deletionVector(faulty, input, 0)).commit();
      } else {
        Upserts.maintain(convert, faulty);
      }
      assertThat(Upserts.ids(faulty)).containsExactly(2L, 3L);
      RewriteFiles late =
          faulty
              .newRewrite()
              .validateFromSnapshot(planned)
              .dataSequenceNumber(1)
              .deleteFile(input)
              .addFile(TestTables.write(faulty, Upserts.rows(1, 2)));

      if (naive) {
        late.commit();
        assertThat(Upserts.ids(faulty)).as("the fault").containsExactly(1L, 2L, 3L);
      } else {
        assertThatThrownBy(late::commit).isInstanceOf(ValidationException.class);
        assertThat(Upserts.ids(faulty)).containsExactly(2L, 3L);
      }
    }
  }

  /** Fault: the library drops an equality delete that still applies to what a rewrite adds. */
  @Test
  void aDeleteThatTheLibraryWouldDropIsConvertedBefore() {
    for (boolean naive : new boolean[] {true, false}) {
      Table faulty =
          tables.create("dropped" + naive, TestTables.SCHEMA, PartitionSpec.unpartitioned(), 3);
      DataFile input = Upserts.append(faulty, 1, 2);
      long planned = faulty.currentSnapshot().snapshotId();
      Upserts.delete(faulty, 1);
      Upserts.append(faulty, 3);
      if (!naive) {
        Upserts.maintain(convert, faulty);
      }
      RewriteFiles late =
          faulty
              .newRewrite()
              .validateFromSnapshot(planned)
              .dataSequenceNumber(1)
              .deleteFile(input)
              .addFile(TestTables.write(faulty, Upserts.rows(1, 2)));

      if (naive) {
        late.commit();
        assertThat(Upserts.ids(faulty)).as("the fault").containsExactly(1L, 2L, 3L);
      } else {
        assertThatThrownBy(late::commit).isInstanceOf(ValidationException.class);
        assertThat(Upserts.ids(faulty)).containsExactly(2L, 3L);
      }
    }
  }

  @Test
  void aRewriteThatComesMeanwhileIsScannedToo() {
    Upserts.append(table, 9);
    DataFile input = Upserts.append(table, 1, 2);
    Table foreign = tables.load("orders");
    long planned = foreign.currentSnapshot().snapshotId();
    Upserts.delete(table, 1);
    AtomicInteger commits = new AtomicInteger();
    Table ours =
        HookedOperations.hook(
            tables.load("orders"),
            () -> {
              if (commits.getAndIncrement() == 0) {
                foreign.refresh();
                foreign
                    .newRewrite()
                    .validateFromSnapshot(planned)
                    .dataSequenceNumber(2)
                    .deleteFile(input)
                    .addFile(TestTables.write(foreign, Upserts.rows(1, 2)))
                    .commit();
              }
            });

    TaskResult result = convert.assess(Upserts.view(ours)).tasks().get(0).run(new TestContext(1));

    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(commits).hasValue(2);
    assertThat(Upserts.ids(table)).containsExactly(2L, 9L);
    assertThat(new SnapshotFiles(table, table.currentSnapshot()).equalityDeletes()).isEmpty();
  }

  @Test
  void aVectorThatComesMeanwhileIsTakenIn() {
    DataFile file = Upserts.append(table, 1, 2, 3);
    Table writer = tables.load("orders");
    Upserts.delete(table, 1);
    AtomicInteger commits = new AtomicInteger();
    Table ours =
        HookedOperations.hook(
            tables.load("orders"),
            () -> {
              if (commits.getAndIncrement() == 0) {
                writer.refresh();
                writer
                    .newRowDelta()
                    .addDeletes(TestTables.deletionVector(writer, file, 2))
                    .commit();
              }
            });

    convert.assess(Upserts.view(ours)).tasks().get(0).run(new TestContext(1));

    assertThat(Upserts.ids(table)).containsExactly(2L);
    assertThat(deleteFiles(table)).hasSize(1);
  }

  @Test
  void getsOnBesideAWriterThatCommitsBeforeEachAttempt() {
    for (long i = 0; i < 5; i++) {
      Upserts.append(table, 10 * i, 10 * i + 1);
    }
    Upserts.delete(table, 0, 11, 20);
    Table writer = tables.load("orders");
    AtomicInteger left = new AtomicInteger(20);
    Runnable upsert =
        () -> {
          if (left.getAndDecrement() > 0) {
            Upserts.upsert(writer, 1, 100 + left.get());
          }
        };
    Table ours = HookedOperations.hook(tables.load("orders"), upsert);
    TestContext context = new TestContext(1);
    long once = convert.assess(Upserts.view(ours)).tasks().get(0).estimate().bytesRead();

    TaskResult result =
        convert.assess(Upserts.view(ours)).tasks().get(0).run(new BusyContext(context, () -> {}));

    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(left.get()).as("the writer was there before each attempt").isNegative();
    assertThat(context.bytesRead()).as("nothing is read twice").isLessThanOrEqualTo(once);
    // Row 1 was replaced twenty times, the rest of the writer's rows are new.
    assertThat(Upserts.ids(table)).hasSize(7 + 20).doesNotContain(0L, 11L, 20L);
    Upserts.maintain(convert, table);
    assertThat(Upserts.ids(table)).hasSize(7 + 20);
    assertThat(new SnapshotFiles(table, table.currentSnapshot()).equalityDeletes()).isEmpty();
  }

  @Test
  void aConversionByAnotherServiceIsFoundAndNotRepeated() {
    Upserts.append(table, 1, 2);
    Upserts.delete(table, 1);
    Table other = tables.load("orders");
    AtomicInteger commits = new AtomicInteger();
    Table ours =
        HookedOperations.hook(
            tables.load("orders"),
            () -> {
              if (commits.getAndIncrement() == 0) {
                Upserts.maintain(convert, other);
              }
            });

    TaskResult result = convert.assess(Upserts.view(ours)).tasks().get(0).run(new TestContext(2));

    assertThat(result.conflicts()).isEqualTo(1);
    assertThat(Upserts.ids(table)).containsExactly(2L);
    assertThat(deleteFiles(table)).hasSize(1);
  }
}
