/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.row;

import static io.tidewater.compaction.fixture.TestTables.SCHEMA;
import static io.tidewater.compaction.fixture.TestTables.append;
import static io.tidewater.compaction.fixture.TestTables.equalityDelete;
import static io.tidewater.compaction.fixture.TestTables.keys;
import static io.tidewater.compaction.fixture.TestTables.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.Rows;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.Ordering;
import io.tidewater.compaction.rewrite.Pulse;
import io.tidewater.compaction.rewrite.RewrittenGroup;
import io.tidewater.compaction.rewrite.RowMoves.Place;
import io.tidewater.compaction.rewrite.Workplace;
import io.tidewater.compaction.task.MemoryBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowRewriterTest {
  @TempDir Path folder;
  @TempDir Path spill;
  private TestTables tables;
  private long memory = 256L << 20;

  @BeforeEach
  void open() {
    tables = new TestTables(folder);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private Table table(int formatVersion, PartitionSpec spec) {
    return tables.create("orders", SCHEMA, spec, formatVersion);
  }

  private static List<Record> rows(long from, long to) {
    return LongStream.range(from, to).mapToObj(id -> row(SCHEMA, id, "n" + id, 1)).toList();
  }

  private static FileGroup wholeTable(Table table, Ordering ordering) throws IOException {
    table.refresh();
    List<FileScanTask> tasks = new ArrayList<>();
    try (CloseableIterable<FileScanTask> files = table.newScan().planFiles()) {
      files.forEach(tasks::add);
    }
    tasks.sort(Comparator.comparing(task -> task.file().dataSequenceNumber()));
    return new FileGroup(
        1,
        tasks,
        table.spec().specId(),
        table.currentSnapshot().sequenceNumber(),
        512L << 20,
        ordering);
  }

  private RewrittenGroup rewrite(Table table, FileGroup group) {
    Workplace workplace = new Workplace(new MemoryBudget(memory), spill, UUID::randomUUID);
    return new RowRewriter(SerializableTable.copyOf(table), workplace).rewrite(group, Pulse.NONE);
  }

  private static void commit(Table table, FileGroup group, RewrittenGroup result) {
    RewriteFiles files =
        table
            .newRewrite()
            .validateFromSnapshot(table.currentSnapshot().snapshotId())
            .dataSequenceNumber(group.dataSequenceNumber());
    group.inputs().forEach(task -> files.deleteFile(task.file()));
    result.added().forEach(files::addFile);
    files.commit();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void writesOneFileWithoutTheRowsThatWereDeleted(int formatVersion) throws IOException {
    Table table = table(formatVersion, PartitionSpec.unpartitioned());
    DataFile first = append(table, rows(0, 5));
    append(table, rows(5, 10));
    table
        .newRowDelta()
        .addDeletes(
            formatVersion == 2
                ? TestTables.positionDelete(table, first, 1, 3)
                : TestTables.deletionVector(table, first, 1, 3))
        .commit();
    table
        .newRowDelta()
        .addDeletes(equalityDelete(table, keys(table, "id"), List.of(row(keys(table, "id"), 6L))))
        .commit();
    List<String> before = Rows.withLineage(table);
    FileGroup group = wholeTable(table, new Ordering.AsTheyStood());

    RewrittenGroup result = rewrite(table, group);
    commit(table, group, result);

    assertThat(result.added()).hasSize(1);
    assertThat(result.added().get(0).recordCount()).isEqualTo(7);
    assertThat(Rows.withLineage(table)).isEqualTo(before).hasSize(7);
  }

  @Test
  void tellsWhereRowsWent() throws IOException {
    Table table = table(3, PartitionSpec.unpartitioned());
    DataFile first = append(table, rows(0, 5));
    DataFile second = append(table, rows(5, 10));
    table.newRowDelta().addDeletes(TestTables.deletionVector(table, first, 0, 3)).commit();

    RewrittenGroup result = rewrite(table, wholeTable(table, new Ordering.AsTheyStood()));

    String output = result.added().get(0).location();
    assertThat(result.knownMoves().orElseThrow().of(new Place(first.location(), 0))).isEmpty();
    assertThat(result.knownMoves().orElseThrow().of(new Place(first.location(), 1)))
        .contains(new Place(output, 0));
    assertThat(result.knownMoves().orElseThrow().of(new Place(first.location(), 3))).isEmpty();
    assertThat(result.knownMoves().orElseThrow().of(new Place(first.location(), 4)))
        .contains(new Place(output, 2));
    assertThat(result.knownMoves().orElseThrow().of(new Place(second.location(), 2)))
        .contains(new Place(output, 5));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void writesTheNewestSchema(int formatVersion) throws IOException {
    Table table = table(formatVersion, PartitionSpec.unpartitioned());
    append(table, rows(0, 3));
    table
        .updateSchema()
        .addColumn("note", Types.StringType.get())
        .updateColumn("day", Types.LongType.get())
        .renameColumn("name", "title")
        .commit();
    table.refresh();
    append(table, List.of(row(table.schema(), 3L, "n3", 2L, "hello")));
    List<String> before = Rows.withLineage(table);
    FileGroup group = wholeTable(table, new Ordering.AsTheyStood());

    commit(table, group, rewrite(table, group));

    assertThat(Rows.withLineage(table)).isEqualTo(before).hasSize(4);
  }

  @Test
  void appliesEqualityDeletesOfADroppedColumn() throws IOException {
    Table table = table(2, PartitionSpec.unpartitioned());
    append(table, rows(0, 3));
    table
        .newRowDelta()
        .addDeletes(
            equalityDelete(table, keys(table, "name"), List.of(row(keys(table, "name"), "n1"))))
        .commit();
    table.updateSchema().deleteColumn("name").commit();
    table.updateSchema().addColumn("name", Types.IntegerType.get()).commit();
    FileGroup group = wholeTable(table, new Ordering.AsTheyStood());

    commit(table, group, rewrite(table, group));

    assertThat(TestTables.rows(table)).extracting(row -> row.get(0)).containsExactly(0L, 2L);
  }

  @Test
  void spreadsFilesOfAnOldSpecOverPartitions() throws IOException {
    Table table = table(3, PartitionSpec.unpartitioned());
    append(
        table,
        LongStream.range(0, 100).mapToObj(id -> row(SCHEMA, id, "n", (int) id % 3)).toList());
    table.updateSpec().addField(Expressions.ref("day")).commit();
    List<String> before = Rows.withLineage(table);
    FileGroup group = wholeTable(table, new Ordering.AsTheyStood());

    RewrittenGroup result = rewrite(table, group);
    commit(table, group, result);

    assertThat(result.added()).hasSize(3);
    assertThat(result.added()).allMatch(file -> file.specId() == table.spec().specId());
    assertThat(result.knownMoves()).isEmpty();
    assertThat(Rows.withLineage(table)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(longs = {256L << 20, 1L << 20})
  void sortsAlsoWhatDoesNotFitIntoMemory(long memoryBytes) throws IOException {
    memory = memoryBytes;
    Table table = table(3, PartitionSpec.unpartitioned());
    table.replaceSortOrder().asc("id").commit();
    List<Long> ids = new ArrayList<>(LongStream.range(0, 20_000).boxed().toList());
    Collections.shuffle(ids, new Random(5));
    for (int file = 0; file < 4; file++) {
      append(
          table,
          ids.subList(file * 5_000, (file + 1) * 5_000).stream()
              .map(id -> row(SCHEMA, id, "name " + id, 1))
              .toList());
    }
    List<String> before = Rows.withLineage(table);
    FileGroup group = wholeTable(table, new Ordering.Sorted(table.sortOrder().orderId()));

    RewrittenGroup result = rewrite(table, group);
    commit(table, group, result);

    assertThat(result.added()).allMatch(file -> file.sortOrderId() == table.sortOrder().orderId());
    assertThat(TestTables.rows(table)).extracting(row -> (Long) row.get(0)).isSorted();
    assertThat(Rows.withLineage(table)).isEqualTo(before).hasSize(20_000);
    try (Stream<Path> left = Files.list(spill)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void zOrdersSoThatBothColumnsPrune() throws IOException {
    Table table = table(2, PartitionSpec.unpartitioned());
    List<Record> rows = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      for (int day = 0; day < 64; day++) {
        rows.add(row(SCHEMA, (long) i, "n", day));
      }
    }
    Collections.shuffle(rows, new Random(5));
    append(table, rows);
    FileGroup group = wholeTable(table, new Ordering.Zorder(List.of("id", "day")));

    commit(table, group, rewrite(table, group));

    List<Record> ordered = TestTables.rows(table);
    assertThat(ordered).hasSize(4096);
    // A quarter of the curve stays in a quarter of the square.
    assertThat(ordered.subList(0, 1024))
        .allMatch(row -> (Long) row.get(0) < 32 && (Integer) row.get(2) < 32);
  }

  @Test
  void writesNothingWhereAllRowsWereDeleted() throws IOException {
    Table table = table(3, PartitionSpec.unpartitioned());
    DataFile file = append(table, rows(0, 2));
    table.newRowDelta().addDeletes(TestTables.deletionVector(table, file, 0, 1)).commit();

    assertThat(rewrite(table, wholeTable(table, new Ordering.AsTheyStood())).added()).isEmpty();
  }
}
