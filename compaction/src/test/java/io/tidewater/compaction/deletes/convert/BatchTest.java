/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.deletes.Upserts;
import io.tidewater.compaction.deletes.live.EqualityDelete;
import io.tidewater.compaction.deletes.live.SnapshotFiles;
import io.tidewater.compaction.fixture.TestTables;
import java.nio.file.Path;
import java.util.List;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
  private static final PartitionSpec BY_DAY =
      PartitionSpec.builderFor(TestTables.SCHEMA).identity("day").build();

  private TestTables tables;

  @BeforeEach
  void open(@TempDir Path folder) {
    tables = new TestTables(folder);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private static SnapshotFiles files(Table table) {
    table.refresh();
    return new SnapshotFiles(table, table.currentSnapshot());
  }

  private static List<String> candidates(Table table) {
    List<EqualityDelete> deletes = files(table).equalityDeletes();
    return new Batch(deletes, table)
        .candidates(files(table)).stream().map(candidate -> candidate.file().location()).toList();
  }

  private static DataFile append(Table table, long id, int day) {
    return TestTables.append(
        table, List.of(TestTables.row(TestTables.SCHEMA, id, "name" + id, day)));
  }

  @Test
  void aDeleteTouchesOlderFilesOnly() {
    Table table = tables.create("t", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 3);
    DataFile older = append(table, 5, 1);
    DataFile same = TestTables.write(table, Upserts.rows(5));
    table.newRowDelta().addRows(same).addDeletes(Upserts.deleteFile(table, 5)).commit();
    append(table, 5, 1);

    assertThat(candidates(table)).containsExactly(older.location());
  }

  @Test
  void aDeleteOfAPartitionTouchesThatPartitionOfItsSpec() {
    Table table = tables.create("t", TestTables.SCHEMA, BY_DAY, 3);
    DataFile inside = append(table, 5, 1);
    append(table, 5, 2);
    Upserts.delete(table, 5);
    table.updateSpec().removeField("day").commit();
    append(table, 5, 1);

    assertThat(candidates(table)).containsExactly(inside.location());
  }

  @Test
  void aDeleteOfAnUnpartitionedSpecTouchesFilesOfAllSpecs() {
    Table table = tables.create("t", TestTables.SCHEMA, BY_DAY, 3);
    DataFile one = append(table, 5, 1);
    DataFile two = append(table, 5, 2);
    table.updateSpec().removeField("day").commit();
    DataFile three = append(table, 5, 1);
    Upserts.delete(table, 5);

    assertThat(candidates(table))
        .containsExactlyInAnyOrder(one.location(), two.location(), three.location());
  }

  @Test
  void filesWhoseKeysLieElsewhereAreLeftOut() {
    Table table = tables.create("t", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 3);
    DataFile low = append(table, 5, 1);
    append(table, 15, 1);
    DataFile high = append(table, 25, 1);
    Upserts.delete(table, 4, 5);
    Upserts.delete(table, 24, 26);

    assertThat(candidates(table)).containsExactlyInAnyOrder(low.location(), high.location());
  }

  @Test
  void batchesFitIntoMemoryAndKeepNearKeysTogether() {
    Table table = tables.create("t", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 3);
    for (int i = 0; i < 10; i++) {
      Upserts.delete(table, (i * 7) % 10, (i * 7) % 10 + 1);
    }
    List<EqualityDelete> pending = files(table).equalityDeletes();
    long one = Batches.keyBytes(pending.get(0));

    List<EqualityDelete> batch = Batches.first(pending, 3 * one);

    assertThat(batch).hasSize(3);
    assertThat(batch)
        .extracting(delete -> delete.bounds().ranges().get(0).least())
        .containsExactly(0L, 1L, 2L);
    assertThat(Batches.first(pending, 1)).hasSize(1);
    assertThat(batch).extracting(EqualityDelete::file).doesNotContainNull();
    assertThat(batch.stream().map(EqualityDelete::file).map(ContentFile::location).distinct())
        .hasSize(3);
  }
}
