/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.maintain;

import static io.tidewater.compaction.fixture.TestTables.SCHEMA;
import static io.tidewater.compaction.fixture.TestTables.append;
import static io.tidewater.compaction.fixture.TestTables.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tidewater.compaction.fixture.Rows;
import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.observe.Observations;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.rewrite.LocalEngine;
import io.tidewater.compaction.rewrite.row.RowRewriter;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Finding.Decision;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.TaskResult;
import io.tidewater.compaction.task.TaskResult.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewriteMaintenanceTest {
  private static final PartitionSpec BY_DAY =
      PartitionSpec.builderFor(SCHEMA).identity("day").build();

  @TempDir Path folder;
  @TempDir Path spill;
  private TestTables tables;
  private RewriteMaintenance maintenance;
  private final Map<String, String> settings = new HashMap<>();
  private String branch = "main";
  private long seed = 1;
  private Duration later = Duration.ofHours(2);

  @BeforeEach
  void open() {
    tables = new TestTables(folder);
    maintenance =
        new RewriteMaintenance(
            new Observations(100),
            new LocalEngine(List.of(RowRewriter.EVERY_GROUP), spill),
            attempts -> {});
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private Assessment assess(Table table) {
    table.refresh();
    Policy policy = Policy.DEFAULTS.with(settings, "test").forTable(table.properties());
    return maintenance.assess(
        new TableView(
            TableIdentifier.of("shop", "orders"),
            table,
            branch,
            policy,
            Instant.now().plus(later)));
  }

  private TaskResult run(Table table) {
    return assess(table).tasks().get(0).run(new TestContext(seed++));
  }

  private static void add(Table table, long id, int day) {
    append(table, List.of(row(table.schema(), id, "n" + id, day)));
  }

  private static int files(Table table) throws IOException {
    table.refresh();
    return LiveFiles.tasks(table).size();
  }

  @Test
  void finishesColdPartitionsOnce() throws IOException {
    Table table = tables.create("orders", SCHEMA, BY_DAY, 3);
    for (int id = 0; id < 3; id++) {
      add(table, id, 1);
      add(table, id, 2);
    }
    add(table, 9, 3);
    List<String> before = Rows.withLineage(table);

    Assessment assessment = assess(table);
    TaskResult result = assessment.tasks().get(0).run(new TestContext(seed++));

    assertThat(assessment.findings())
        .extracting(Finding::scope, Finding::decision)
        .containsExactlyInAnyOrder(
            tuple("day=1", Decision.DO),
            tuple("day=2", Decision.DO),
            tuple("day=3", Decision.SKIP));
    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(result.filesRemoved()).isEqualTo(6);
    assertThat(result.filesAdded()).isEqualTo(2);
    assertThat(files(table)).isEqualTo(3);
    assertThat(Rows.withLineage(table)).isEqualTo(before);
    assertThat(assess(table).tasks()).isEmpty();
  }

  @Test
  void leavesBusyPartitionsUntilItPays() {
    later = Duration.ZERO;
    Table table = tables.create("orders", SCHEMA, PartitionSpec.unpartitioned(), 2);
    for (int id = 0; id < 7; id++) {
      add(table, id, 1);
    }
    Assessment early = assess(table);
    add(table, 7, 1);
    Assessment enough = assess(table);

    assertThat(early.tasks()).isEmpty();
    assertThat(early.findings()).extracting(Finding::decision).containsExactly(Decision.WAIT);
    assertThat(enough.tasks())
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.scope()).isEqualTo(Finding.WHOLE_TABLE);
              assertThat(task.reason()).contains("8 small files");
            });
  }

  @Test
  void listsOnlyPartitionsThatItRewrites() throws IOException {
    Schema schema =
        new Schema(
            Types.NestedField.required(1, "id", Types.LongType.get()),
            Types.NestedField.optional(2, "at", Types.TimestampType.withZone()),
            Types.NestedField.optional(3, "name", Types.StringType.get()));
    Table table =
        tables.create(
            "events",
            schema,
            PartitionSpec.builderFor(schema).day("at").bucket("name", 2).build(),
            3);
    for (int day = 1; day < 5; day++) {
      OffsetDateTime at = OffsetDateTime.parse("2026-11-0" + day + "T10:00:00Z");
      append(table, List.of(row(schema, 1L, at, "a")));
      append(table, List.of(row(schema, 2L, at, day < 3 ? "a" : "b")));
    }
    append(table, List.of(row(schema, 3L, null, null)));
    append(table, List.of(row(schema, 4L, null, null)));
    List<String> before = Rows.withLineage(table);

    TaskResult result = run(table);

    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(Rows.withLineage(table)).isEqualTo(before);
    assertThat(assess(table).tasks()).isEmpty();
  }

  @Test
  void rewritesTablesOfTheFirstFormat() throws IOException {
    Table table = tables.create("orders", SCHEMA, PartitionSpec.unpartitioned(), 1);
    add(table, 1, 1);
    add(table, 2, 1);

    assertThat(run(table).outcome()).isEqualTo(Outcome.DONE);

    assertThat(LiveFiles.tasks(table)).hasSize(1);
    assertThat(TestTables.rows(table)).hasSize(2);
  }

  @Test
  void rewritesOtherBranches() throws IOException {
    Table table = tables.create("orders", SCHEMA, PartitionSpec.unpartitioned(), 3);
    add(table, 1, 1);
    table.manageSnapshots().createBranch("audit").commit();
    table
        .newAppend()
        .toBranch("audit")
        .appendFile(TestTables.write(table, List.of(row(SCHEMA, 2L, "b", 1))))
        .commit();
    branch = "audit";

    assertThat(run(table).outcome()).isEqualTo(Outcome.DONE);

    table.refresh();
    assertThat(table.snapshot("audit").summary()).containsEntry("total-data-files", "1");
    assertThat(table.currentSnapshot().sequenceNumber()).isEqualTo(1);
  }

  @Test
  void rewritesFilesOfOldSpecs() throws IOException {
    Table table = tables.create("orders", SCHEMA, PartitionSpec.unpartitioned(), 3);
    append(table, List.of(row(SCHEMA, 1L, "a", 1), row(SCHEMA, 2L, "b", 2)));
    table.updateSpec().addField(Expressions.ref("day")).commit();
    List<String> before = Rows.withLineage(table);

    assertThat(assess(table).findings())
        .extracting(Finding::scope)
        .containsExactly("unpartitioned (spec 0)");
    run(table);

    assertThat(LiveFiles.tasks(table)).hasSize(2);
    assertThat(LiveFiles.tasks(table)).allMatch(task -> task.file().specId() == 1);
    assertThat(Rows.withLineage(table)).isEqualTo(before);
    assertThat(assess(table).tasks()).isEmpty();
  }

  @Test
  void sortsByTheOrderOfTheTable() throws IOException {
    Table table = tables.create("orders", SCHEMA, PartitionSpec.unpartitioned(), 2);
    table.replaceSortOrder().desc("id").commit();
    for (long id : new long[] {4, 1, 3, 2}) {
      add(table, id, 1);
    }

    run(table);

    assertThat(TestTables.rows(table))
        .extracting(row -> row.get(0))
        .containsExactly(4L, 3L, 2L, 1L);
    assertThat(assess(table).tasks()).isEmpty();
  }

  @Test
  void mergesSortedFilesThatOverlapTooDeeply() throws IOException {
    settings.put("rewrite.target-file-size", "1KB");
    settings.put("rewrite.overlap-depth", "9");
    Table table = tables.create("orders", SCHEMA, PartitionSpec.unpartitioned(), 3);
    table.replaceSortOrder().asc("id").commit();
    for (int run = 0; run < 4; run++) {
      append(table, List.of(row(SCHEMA, 100L + run, "a", 1), row(SCHEMA, (long) run, "b", 1)));
      run(table);
    }
    settings.put("rewrite.overlap-depth", "3");
    Assessment deep = assess(table);
    deep.tasks().get(0).run(new TestContext(seed++));

    assertThat(deep.findings().get(0).reason()).contains("a sorted value is in 3.9 files");
    assertThat(TestTables.rows(table)).extracting(row -> (Long) row.get(0)).isSorted();
    assertThat(LiveFiles.tasks(table)).hasSize(1);
    assertThat(assess(table).tasks()).isEmpty();
  }

  @Test
  void rewritesFilesWithManyDeletedRows() throws IOException {
    Table table = tables.create("orders", SCHEMA, PartitionSpec.unpartitioned(), 3);
    append(table, List.of(row(SCHEMA, 1L, "a", 1), row(SCHEMA, 2L, "b", 1)));
    FileScanTask file = LiveFiles.tasks(table).get(0);
    table.newRowDelta().addDeletes(TestTables.deletionVector(table, file.file(), 0)).commit();

    TaskResult result = run(table);

    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(TestTables.rows(table)).extracting(row -> row.get(0)).containsExactly(2L);
    assertThat(LiveFiles.tasks(table).get(0).deletes()).isEmpty();
    assertThat(assess(table).tasks()).isEmpty();
  }

  @Test
  void doesNothingToTablesThatForbidIt() {
    Table table = tables.create("orders", SCHEMA, PartitionSpec.unpartitioned(), 3);
    table.updateProperties().set("tidewater.compaction.rewrite.enabled", "false").commit();
    add(table, 1, 1);
    add(table, 2, 1);

    assertThat(assess(table).findings().get(0).reason())
        .contains("switched off", "table property tidewater.compaction.rewrite.enabled");
  }

  @Test
  void saysWhatIsMissingForAZorder() {
    settings.put("rewrite.order", "zorder");
    Table table = tables.create("orders", SCHEMA, PartitionSpec.unpartitioned(), 3);
    add(table, 1, 1);
    add(table, 2, 1);

    assertThatThrownBy(() -> run(table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rewrite.zorder-columns (default) must name columns");
  }

  @Test
  void doesWhatFitsAndTellsWhatWaits() {
    settings.put("rewrite.max-task-bytes", "1");
    Table table = tables.create("orders", SCHEMA, BY_DAY, 3);
    for (int id = 0; id < 2; id++) {
      add(table, id, 1);
      add(table, id, 2);
    }

    Assessment assessment = assess(table);

    assertThat(assessment.tasks()).hasSize(1);
    assertThat(assessment.findings())
        .extracting(Finding::decision)
        .containsExactly(Decision.DO, Decision.WAIT);
  }

  @Test
  void findsNothingLeftWhereOthersCameFirst() {
    Table table = tables.create("orders", SCHEMA, PartitionSpec.unpartitioned(), 3);
    add(table, 1, 1);
    add(table, 2, 1);
    Assessment planned = assess(table);
    run(tables.load("orders"));

    assertThat(planned.tasks().get(0).run(new TestContext(seed++)).outcome())
        .isEqualTo(Outcome.NOTHING);
  }
}
