/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.compaction.fixture.TestTables;
import java.nio.file.Path;
import java.util.List;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
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

  private DataFile append(long id) {
    return TestTables.append(table, List.of(TestTables.row(table.schema(), id, "n" + id, 1)));
  }

  private Drift driftFrom(Baseline baseline) {
    table.refresh();
    return baseline.until(table, table.currentSnapshot());
  }

  @Test
  void nothingHasDriftedOnTheSameHead() {
    append(1);
    Baseline baseline = Baseline.of(table, table.currentSnapshot());

    assertThat(driftFrom(baseline)).isEqualTo(Drift.NONE);
  }

  @Test
  void tellsFilesThatCameAndWent() {
    DataFile gone = append(1);
    DataFile stays = append(2);
    Baseline baseline = Baseline.of(table, table.currentSnapshot());
    DataFile come = append(3);
    table.newDelete().deleteFile(gone.location()).commit();

    Drift drift = driftFrom(baseline);

    assertThat(drift.addedFiles())
        .extracting(ContentFile::location)
        .containsExactly(come.location());
    assertThat(drift.addedFiles().get(0).dataSequenceNumber()).isEqualTo(3);
    assertThat(drift.removedFiles())
        .extracting(ContentFile::location)
        .containsExactly(gone.location())
        .doesNotContain(stays.location());
  }

  @Test
  void tellsDeletesThatCameAndWent() {
    DataFile file = append(1);
    DeleteFile before = TestTables.deletionVector(table, file, 0);
    table.newRowDelta().addDeletes(before).commit();
    Baseline baseline = Baseline.of(table, table.currentSnapshot());
    DeleteFile after = TestTables.deletionVector(table, file, 0, 1);
    DeleteFile equality =
        TestTables.equalityDelete(
            table,
            TestTables.keys(table, "id"),
            List.of(TestTables.row(TestTables.keys(table, "id"), 1L)));
    table
        .newRowDelta()
        .validateFromSnapshot(table.currentSnapshot().snapshotId())
        .removeDeletes(before)
        .addDeletes(after)
        .addDeletes(equality)
        .commit();

    Drift drift = driftFrom(baseline);

    assertThat(drift.addedDeletes())
        .extracting(ContentFile::location)
        .containsExactlyInAnyOrder(after.location(), equality.location());
    assertThat(drift.addedDeletes()).allMatch(delete -> delete.dataSequenceNumber() == 3);
    assertThat(drift.removedDeletes())
        .extracting(ContentFile::location)
        .containsExactly(before.location());
  }

  @Test
  void rewrittenManifestsAreNoDrift() {
    append(1);
    append(2);
    Baseline baseline = Baseline.of(table, table.currentSnapshot());
    table.rewriteManifests().clusterBy(file -> "all").commit();

    assertThat(driftFrom(baseline)).isEqualTo(Drift.NONE);
  }

  @Test
  void refusesAHeadThatDoesNotStandOnThePlan() {
    append(1);
    long first = table.currentSnapshot().snapshotId();
    append(2);
    Baseline baseline = Baseline.of(table, table.currentSnapshot());
    table.manageSnapshots().rollbackTo(first).commit();
    append(3);

    assertThatThrownBy(() -> driftFrom(baseline))
        .isInstanceOf(PlanLostException.class)
        .hasMessageContaining("rolled back or has expired");
  }
}
