/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.commit;

import static io.tidewater.compaction.fixture.TestTables.SCHEMA;
import static io.tidewater.compaction.fixture.TestTables.append;
import static io.tidewater.compaction.fixture.TestTables.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.commit.BranchCommitter;
import io.tidewater.compaction.commit.CommitResult;
import io.tidewater.compaction.drift.Baseline;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.Ordering;
import io.tidewater.compaction.rewrite.Pulse;
import io.tidewater.compaction.rewrite.Workplace;
import io.tidewater.compaction.rewrite.row.RowRewriter;
import io.tidewater.compaction.task.MemoryBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commits of rewrites beside a writer, one race after the other. */
class RewriteChangeTest {
  @TempDir Path folder;
  @TempDir Path spill;
  private TestTables tables;
  private Table writer;
  private Table ours;
  private Baseline baseline;

  @BeforeEach
  void open() {
    tables = new TestTables(folder);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private void create(int formatVersion) {
    writer = tables.create("orders", SCHEMA, PartitionSpec.unpartitioned(), formatVersion);
    ours = tables.load("orders");
  }

  private static List<Record> rows(long from, long to) {
    return LongStream.range(from, to).mapToObj(id -> row(SCHEMA, id, "n" + id, 1)).toList();
  }

  private void writerDeletes(long id) {
    writer.newRowDelta().addDeletes(equalityDelete(id)).commit();
  }

  private DeleteFile equalityDelete(long id) {
    Schema keys = TestTables.keys(writer, "id");
    return TestTables.equalityDelete(writer, keys, List.of(row(keys, id)));
  }

  private List<FileScanTask> plan() {
    ours.refresh();
    baseline = Baseline.of(ours, ours.currentSnapshot());
    List<FileScanTask> tasks = new ArrayList<>();
    try (CloseableIterable<FileScanTask> files = ours.newScan().planFiles()) {
      files.forEach(tasks::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tasks.sort(Comparator.comparing(task -> task.file().dataSequenceNumber()));
    return tasks;
  }

  private FinishedGroup rewrite(int id, List<FileScanTask> inputs, Ordering ordering) {
    FileGroup group =
        new FileGroup(
            id, inputs, ours.spec().specId(), baseline.sequenceNumber(), 512L << 20, ordering);
    Workplace workplace = new Workplace(new MemoryBudget(64 << 20), spill, UUID::randomUUID);
    return new FinishedGroup(
        group,
        new RowRewriter(SerializableTable.copyOf(ours), workplace).rewrite(group, Pulse.NONE));
  }

  private FinishedGroup rewriteAll() {
    return rewrite(0, plan(), new Ordering.AsTheyStood());
  }

  private CommitResult commit(RewriteChange change) {
    return new BranchCommitter(ours, "main", UUID::randomUUID, attempts -> {}).commit(change);
  }

  private RewriteChange change(FinishedGroup... groups) {
    return new RewriteChange(ours, baseline, List.of(groups), UUID::randomUUID);
  }

  private List<Long> ids() {
    return TestTables.rows(writer).stream().map(row -> (Long) row.get(0)).sorted().toList();
  }

  /** What Spark, Flink, Trino and others do. */
  private void commitNaively(FinishedGroup group) {
    ours.refresh();
    RewriteFiles rewrite =
        ours.newRewrite()
            .validateFromSnapshot(baseline.snapshot().snapshotId())
            .dataSequenceNumber(baseline.sequenceNumber());
    group.group().inputs().forEach(task -> rewrite.deleteFile(task.file()));
    group.result().added().forEach(rewrite::addFile);
    rewrite.commit();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void theLibraryAloneBringsADeletedRowBack(int formatVersion) {
    create(formatVersion);
    append(writer, rows(0, 3));
    FinishedGroup group = rewriteAll();
    writerDeletes(1);
    append(writer, rows(3, 4));

    commitNaively(group);

    assertThat(ids()).as("row 1 was deleted").containsExactly(0L, 1L, 2L, 3L);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void keepsAnEqualityDeleteThatTheLibraryWouldDrop(int formatVersion) {
    create(formatVersion);
    append(writer, rows(0, 3));
    FinishedGroup group = rewriteAll();
    writerDeletes(1);
    append(writer, rows(3, 4));

    assertThat(commit(change(group))).isInstanceOf(CommitResult.Landed.class);

    assertThat(ids()).containsExactly(0L, 2L, 3L);
    append(writer, rows(1, 2));
    assertThat(ids()).as("the delete keeps its age").containsExactly(0L, 1L, 2L, 3L);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void copiesNoDeleteThatOlderDataProtects(int formatVersion) {
    create(formatVersion);
    append(writer, rows(0, 3));
    append(writer, rows(3, 5));
    FinishedGroup group = rewrite(0, plan().subList(1, 2), new Ordering.AsTheyStood());
    writerDeletes(1);
    writerDeletes(4);

    commit(change(group));

    assertThat(ids()).containsExactly(0L, 2L, 3L);
    assertThat(ours.currentSnapshot().summary())
        .doesNotContainKey(SnapshotSummary.ADDED_DELETE_FILES_PROP);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void followsRowsThatWereDeletedMeanwhile(int formatVersion) {
    create(formatVersion);
    append(writer, rows(0, 3));
    DataFile second = append(writer, rows(3, 6));
    DataFile third = append(writer, rows(6, 9));
    writer
        .newRowDelta()
        .addDeletes(
            formatVersion == 2
                ? TestTables.positionDelete(writer, second, 0)
                : TestTables.deletionVector(writer, second, 0))
        .commit();
    FinishedGroup group = rewriteAll();
    writer
        .newRowDelta()
        .addDeletes(
            formatVersion == 2
                ? TestTables.positionDelete(writer, third, 1)
                : TestTables.deletionVector(writer, third, 1))
        .commit();

    RewriteChange change = change(group);
    commit(change);

    assertThat(change.landing()).hasSize(1);
    assertThat(ids()).containsExactly(0L, 1L, 2L, 4L, 5L, 6L, 8L);
    assertThat(ours.currentSnapshot().summary())
        .containsEntry(SnapshotSummary.ADDED_DELETE_FILES_PROP, "1")
        .containsEntry(SnapshotSummary.REMOVED_DELETE_FILES_PROP, "2");
  }

  @Test
  void followsRowsOfDeletesThatConcernWholePartitions() throws IOException {
    create(2);
    DataFile first = append(writer, rows(0, 3));
    DataFile second = append(writer, rows(3, 6));
    FinishedGroup group = rewriteAll();
    DataFile late = append(writer, rows(6, 9));
    writer
        .newRowDelta()
        .addDeletes(PartitionDeletes.write(writer, List.of(first, second, late), 2))
        .commit();

    commit(change(group));

    assertThat(ids()).containsExactly(0L, 1L, 3L, 4L, 6L, 7L);
  }

  @Test
  void survivesAConversionThatOthersCommittedAsReplacement() {
    create(3);
    DataFile first = append(writer, rows(0, 3));
    FinishedGroup group = rewriteAll();
    DeleteFile equality = equalityDelete(1);
    writer.newRowDelta().addDeletes(equality).commit();
    writer
        .newRewrite()
        .deleteFile(equality)
        .addFile(TestTables.deletionVector(writer, first, 1))
        .commit();
    commitNaively(rewriteWithoutLanding(group));
    assertThat(ids()).as("the library resurrects row 1").containsExactly(0L, 1L, 2L);

    // The same once more, from the state before.
    writer.manageSnapshots().rollbackTo(writer.currentSnapshot().parentId()).commit();
    commit(change(group));

    assertThat(ids()).containsExactly(0L, 2L);
  }

  /** The same inputs with outputs of their own, since a location lands only once. */
  private FinishedGroup rewriteWithoutLanding(FinishedGroup group) {
    Table before = SerializableTable.copyOf(ours);
    Workplace workplace = new Workplace(new MemoryBudget(64 << 20), spill, UUID::randomUUID);
    return new FinishedGroup(
        group.group(), new RowRewriter(before, workplace).rewrite(group.group(), Pulse.NONE));
  }

  @Test
  void losesOnlyTheGroupsThatWereHit() {
    create(3);
    DataFile first = append(writer, rows(0, 3));
    append(writer, rows(3, 6));
    List<FileScanTask> tasks = plan();
    FinishedGroup hit = rewrite(0, tasks.subList(0, 1), new Ordering.AsTheyStood());
    FinishedGroup clean = rewrite(1, tasks.subList(1, 2), new Ordering.AsTheyStood());
    writer.newDelete().deleteFile(first.location()).commit();

    RewriteChange change = change(hit, clean);
    commit(change);

    assertThat(change.landing()).extracting(Fate::group).containsExactly(clean);
    assertThat(change.lost())
        .singleElement()
        .satisfies(lost -> assertThat(lost.reason()).contains(first.location(), "no longer"));
    assertThat(ids()).containsExactly(3L, 4L, 5L);
  }

  @Test
  void givesUpASortedGroupWhoseRowsWereDeleted() {
    create(3);
    writer.replaceSortOrder().asc("id").commit();
    DataFile first = append(writer, rows(0, 3));
    FinishedGroup group = rewrite(0, plan(), new Ordering.Sorted(ours.sortOrder().orderId()));
    writer.newRowDelta().addDeletes(TestTables.deletionVector(writer, first, 1)).commit();

    assertThat(commit(change(group)))
        .isInstanceOfSatisfying(
            CommitResult.GivenUp.class,
            givenUp -> assertThat(givenUp.reason()).contains("lost track"));
    assertThat(ids()).containsExactly(0L, 2L);
  }

  @Test
  void dropsTheVectorsOfItsInputs() {
    create(3);
    DataFile first = append(writer, rows(0, 3));
    writer.newRowDelta().addDeletes(TestTables.deletionVector(writer, first, 1)).commit();

    commit(change(rewriteAll()));

    assertThat(ids()).containsExactly(0L, 2L);
    assertThat(ours.currentSnapshot().summary())
        .containsEntry(SnapshotSummary.TOTAL_DELETE_FILES_PROP, "0");
  }
}
