/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.observe;

import static io.tidewater.compaction.fixture.TestTables.SCHEMA;
import static io.tidewater.compaction.fixture.TestTables.append;
import static io.tidewater.compaction.fixture.TestTables.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.TestTables;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationTest {
  private TestTables tables;
  private Table table;

  @BeforeEach
  void create(@TempDir Path folder) {
    tables = new TestTables(folder);
    table =
        tables.create(
            "orders", SCHEMA, PartitionSpec.builderFor(SCHEMA).identity("day").build(), 3);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private DataFile add(long id, int day) {
    return append(table, List.of(row(SCHEMA, id, "n" + id, day)));
  }

  private Observation observe() {
    table.refresh();
    return Observation.of(table, table.currentSnapshot());
  }

  private static Partition day(int day) {
    return new Partition(0, List.of(day));
  }

  @Test
  void countsFilesAndDeletesByPartition() {
    DataFile first = add(1, 1);
    add(2, 1);
    add(3, 2);
    table.newRowDelta().addDeletes(TestTables.deletionVector(table, first, 0)).commit();

    Map<Partition, PartitionFacts> partitions = observe().partitions();

    assertThat(partitions).containsOnlyKeys(day(1), day(2));
    assertThat(partitions.get(day(1)).files()).isEqualTo(2);
    assertThat(partitions.get(day(1)).records()).isEqualTo(2);
    assertThat(partitions.get(day(1)).deletes()).isEqualTo(new DeleteFacts(1, 0, 1, 0, 0, 0));
    assertThat(partitions.get(day(2)).deletes()).isEqualTo(DeleteFacts.NONE);
    assertThat(day(1).describe(table.specs())).isEqualTo("day=1");
  }

  @Test
  void readsOnlyManifestsThatAreNew() {
    add(1, 1);
    Observation before = observe();
    add(2, 1);
    table.refresh();
    // Unreadable now, if anybody tried.
    ManifestFile known =
        table.currentSnapshot().allManifests(table.io()).stream()
            .filter(manifest -> manifest.sequenceNumber() == 1)
            .findFirst()
            .orElseThrow();
    table.io().deleteFile(known.path());

    Observation after = before.until(table, table.currentSnapshot());

    assertThat(after.partitions().get(day(1)).files()).isEqualTo(2);
  }

  @Test
  void isTheSameWhereNothingHappened() {
    add(1, 1);
    Observation before = observe();

    assertThat(before.until(table, table.currentSnapshot())).isSameAs(before);
  }

  @Test
  void forgetsPartitionsThatAreGone() {
    DataFile file = add(1, 1);
    add(2, 2);
    Observation before = observe();
    table.newDelete().deleteFile(file.location()).commit();
    table.refresh();

    assertThat(before.until(table, table.currentSnapshot()).partitions()).containsOnlyKeys(day(2));
  }

  @Test
  void beginsAnewWhereManifestsHaveExpired() {
    DataFile file = add(1, 1);
    Observation before = observe();
    String gone = table.currentSnapshot().allManifests(table.io()).get(0).path();
    add(2, 2);
    table.newDelete().deleteFile(file.location()).commit();
    table.refresh();
    table.io().deleteFile(gone);

    assertThat(before.until(table, table.currentSnapshot()).partitions()).containsOnlyKeys(day(2));
  }

  @Test
  void rewritesAreNoChangeOfAPartition() {
    DataFile first = add(1, 1);
    Instant written = Instant.ofEpochMilli(table.currentSnapshot().timestampMillis());
    DataFile copy = TestTables.write(table, List.of(row(SCHEMA, 1L, "n1", 1)));
    table
        .newRewrite()
        .validateFromSnapshot(table.currentSnapshot().snapshotId())
        .deleteFile(first)
        .addFile(copy)
        .commit();

    // The first file is gone, and with it what it told.
    assertThat(observe().partitions().get(day(1)).lastChange()).isEqualTo(Instant.EPOCH);
    add(2, 2);
    assertThat(observe().partitions().get(day(2)).lastChange()).isAfterOrEqualTo(written);
  }

  @Test
  void measuresHowFilesOverlap() {
    table.replaceSortOrder().asc("id").commit();
    append(table, List.of(row(SCHEMA, 0L, "a", 1), row(SCHEMA, 100L, "b", 1)));
    append(table, List.of(row(SCHEMA, 0L, "a", 1), row(SCHEMA, 50L, "b", 1)));

    LayoutFacts layout = observe().partitions().get(day(1)).layout();

    assertThat(layout.averageDepth()).isEqualTo(1.5);
    assertThat(layout.unsortedFiles()).isEqualTo(2);
  }

  @Test
  void tellsDeletesOfTheWholeTable() {
    Table all = tables.create("all", SCHEMA, PartitionSpec.unpartitioned(), 2);
    append(all, List.of(row(SCHEMA, 1L, "a", 1)));
    Schema keys = TestTables.keys(all, "id");
    all.newRowDelta()
        .addDeletes(TestTables.equalityDelete(all, keys, List.of(row(keys, 1L))))
        .commit();

    Observation observation = Observation.of(all, all.currentSnapshot());

    assertThat(observation.globalDeletes(all.specs()).equalityFiles()).isEqualTo(1);
  }

  @Test
  void remembersNoMoreThanItMay() {
    Observations observations = new Observations(1);
    add(1, 1);
    Observation first = observations.of(table, "main", table.currentSnapshot());
    assertThat(observations.of(table, "main", table.currentSnapshot())).isSameAs(first);
    Table other = tables.create("other", SCHEMA, PartitionSpec.unpartitioned(), 2);
    append(other, List.of(row(SCHEMA, 1L, "a", 1)));
    observations.of(other, "main", other.currentSnapshot());

    assertThat(observations.of(table, "main", table.currentSnapshot())).isNotSameAs(first);
  }
}
