/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.StagedContext;
import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.schema.MemoryRegistry;
import io.tidewater.compaction.schema.SinkSide;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding.Decision;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.TaskResult;
import io.tidewater.compaction.task.TaskResult.Outcome;
import io.tidewater.format.ledger.LedgerSummary;
import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.Naming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types.BinaryType;
import org.apache.iceberg.types.Types.LongType;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnMergerTest {
  private static final String ID = "{\"name\":\"id\",\"type\":\"long\"}";
  private static final Policy POLICY =
      Policy.DEFAULTS.with(Map.of("schema.merge-columns", "amount"), "test");

  /** The time of {@link TestContext}'s clock. */
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final ColumnMerger merger = new ColumnMerger(attempts -> {});
  private final MemoryRegistry registry = new MemoryRegistry();
  private TestTables tables;
  private long seed;
  private SinkSide sink;

  @BeforeEach
  void open(@TempDir Path folder) {
    tables = new TestTables(folder);
    sink = new SinkSide(tables, registry, MappingOptions.DEFAULTS, ConflictPolicy.NEW_COLUMN);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private int registered(String type) {
    return registry.registerAvro(
        "orders-value", ID, "{\"name\":\"amount\",\"type\":\"" + type + "\"}");
  }

  private Assessment assess() {
    return assess(NOW);
  }

  private Assessment assess(Instant now) {
    TableIdentifier name = TableIdentifier.of("shop", "orders");
    return merger.assess(new TableView(name, sink.table(), "main", POLICY, now), Naming.DEFAULT);
  }

  private TaskResult merge() {
    Assessment assessment = assess();
    assertThat(assessment.tasks()).as("tasks, of %s", assessment.findings()).hasSize(1);
    return assessment.tasks().get(0).run(new TestContext(++seed));
  }

  /** A column by id. */
  private Map<Object, Object> values(String column) {
    Map<Object, Object> values = new TreeMap<>();
    for (Record row : TestTables.rows(sink.table())) {
      Object value = row.getField(column);
      values.put(row.getField("id"), value == null ? "null" : value);
    }
    return values;
  }

  private String names() {
    return sink.table().schema().columns().stream()
        .filter(column -> column.name().startsWith("amount"))
        .map(column -> column.name() + " " + column.type())
        .toList()
        .toString();
  }

  @Test
  void bringsTheOldValuesIntoTheNewColumnAndSwapsTheNames() {
    int numbers = registered("long");
    sink.create(numbers, 3);
    sink.put(numbers, Map.of("id", 1L, "amount", 10L));
    int text = registered("string");
    sink.evolve(text);
    sink.put(text, Map.of("id", 2L, "amount", "twenty"));
    sink.put(text, Map.of("id", 3L));

    TaskResult result = merge();

    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(result.message()).contains("filled 1 rows in 1 of 1 files");
    assertThat(names()).isEqualTo("[amount__v2 long, amount string]");
    assertThat(values("amount")).isEqualTo(Map.of(1L, "10", 2L, "twenty", 3L, "null"));
    assertThat(values("amount__v2")).isEqualTo(Map.of(1L, 10L, 2L, "null", 3L, "null"));
    assertThat(assess().tasks()).isEmpty();
  }

  @Test
  void keepsTheSinkWritingBothSchemasCorrectly() {
    int numbers = registered("long");
    sink.create(numbers, 2);
    int text = registered("string");
    sink.evolve(text);
    sink.put(numbers, Map.of("id", 1L, "amount", 10L));
    merge();

    assertThat(sink.plan(numbers).hasChanges()).as("old writers ask for nothing").isFalse();
    assertThat(sink.plan(text).hasChanges()).as("new writers ask for nothing").isFalse();
    assertThat(sink.plan(numbers).conflicts()).isEmpty();
    sink.put(text, Map.of("id", 2L, "amount", "twenty"));
    assertThat(sink.column(numbers, "amount").name()).isEqualTo("amount");
    assertThat(values("amount")).isEqualTo(Map.of(1L, "10", 2L, "twenty"));
  }

  @Test
  void fillsRowsThatAnOpenWriterCommitsLater() {
    int numbers = registered("long");
    sink.create(numbers, 3);
    int text = registered("string");
    sink.evolve(text);
    sink.put(numbers, Map.of("id", 1L, "amount", 10L));
    DataFile late = sink.write(numbers, Map.of("id", 2L, "amount", 20L));
    merge();
    sink.commit(late);
    assertThat(values("amount")).isEqualTo(Map.of(1L, "10", 2L, "null"));
    assertThat(values("amount__v2")).isEqualTo(Map.of(1L, 10L, 2L, 20L));

    TaskResult result = merge();

    assertThat(result.message()).contains("filled 1 rows in 1 of 1 files");
    assertThat(values("amount")).isEqualTo(Map.of(1L, "10", 2L, "20"));
    assertThat(names()).isEqualTo("[amount__v2 long, amount string]");
    assertThat(assess().tasks()).isEmpty();
  }

  @Test
  void fillsTheColumnOfTextThatHasTheNameAlready() {
    sink = new SinkSide(tables, registry, MappingOptions.DEFAULTS, ConflictPolicy.WIDEN_TO_STRING);
    int numbers = registered("long");
    sink.create(numbers, 2);
    sink.put(numbers, Map.of("id", 1L, "amount", 10L));
    int text = registered("string");
    sink.evolve(text);
    sink.put(text, Map.of("id", 2L, "amount", "twenty"));
    assertThat(names()).isEqualTo("[amount__v1 long, amount string]");

    merge();

    assertThat(names()).isEqualTo("[amount__v1 long, amount string]");
    assertThat(values("amount")).isEqualTo(Map.of(1L, "10", 2L, "twenty"));
    assertThat(sink.plan(numbers).hasChanges()).isFalse();
  }

  @Test
  void refusesWhatWouldLoseSomethingAndCountsTheRows() {
    int text = registered("string");
    sink.create(text, 3);
    sink.put(text, Map.of("id", 1L, "amount", "10"));
    sink.put(text, Map.of("id", 2L, "amount", "ten"));
    sink.put(text, Map.of("id", 3L, "amount", "eleven"));
    sink.table().updateSchema().addColumn("amount__v2", LongType.get()).commit();
    Snapshot before = sink.table().currentSnapshot();
    TaskResult result = merge();

    assertThat(result.outcome()).isEqualTo(Outcome.NOTHING);
    assertThat(result.message()).contains("2 rows have a value in amount", "the text");
    assertThat(sink.table().currentSnapshot().snapshotId()).isEqualTo(before.snapshotId());
    assertThat(names()).isEqualTo("[amount string, amount__v2 long]");
    assertThat(assess().tasks()).isEmpty();
    assertThat(assess().findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.decision()).isEqualTo(Decision.NEEDS_PERSON))
        .satisfies(finding -> assertThat(finding.reason()).contains("2 rows"));
    assertThat(assess(NOW.plus(Duration.ofDays(1))).tasks()).as("asked again").hasSize(1);
  }

  @Test
  void refusesTypesThatHaveNothingInCommon() {
    int flags = registered("boolean");
    sink.create(flags, 3);
    int numbers = registered("double");
    sink.evolve(numbers);
    sink.put(flags, Map.of("id", 1L, "amount", true));

    assertThat(assess().findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.decision()).isEqualTo(Decision.NEEDS_PERSON))
        .satisfies(finding -> assertThat(finding.reason()).contains("boolean", "double"));
  }

  @Test
  void keepsLineageDeletesAndLedger() {
    int numbers = registered("long");
    Table table = sink.create(numbers, 3);
    DataFile file =
        TestTables.write(
            table,
            List.of(
                TestTables.row(table.schema(), 1L, 10L, 0, 0L),
                TestTables.row(table.schema(), 2L, 20L, 0, 1L),
                TestTables.row(table.schema(), 3L, 30L, 0, 2L)));
    sink.commit(file);
    table = sink.table();
    table.newRowDelta().addDeletes(TestTables.deletionVector(table, file, 1)).commit();
    sink.evolve(registered("string"));
    Map<Object, Object> lineage = lineage();
    assertThat(lineage).hasSize(2);

    merge();

    assertThat(values("amount")).isEqualTo(Map.of(1L, "10", 3L, "30"));
    assertThat(lineage()).isEqualTo(lineage);
    Table merged = sink.table();
    assertThat(LedgerSummary.ledger(merged.currentSnapshot())).isPresent();
    assertThat(merged.currentSnapshot().summary()).containsEntry("total-delete-files", "0");
  }

  private Map<Object, Object> lineage() {
    Table table = sink.table();
    Map<Object, Object> ids = new TreeMap<>();
    try (CloseableIterable<Record> rows =
        IcebergGenerics.read(table)
            .project(MetadataColumns.schemaWithRowLineage(table.schema()))
            .build()) {
      rows.forEach(
          row ->
              ids.put(
                  row.getField("id"),
                  row.getField("_row_id") + "/" + row.getField("_last_updated_sequence_number")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ids;
  }

  @Test
  void leavesFilesThatOthersHaveTouchedToTheNextRun() {
    int numbers = registered("long");
    sink.create(numbers, 3);
    sink.put(numbers, Map.of("id", 1L, "amount", 10L));
    DataFile file = sink.write(numbers, Map.of("id", 2L, "amount", 20L));
    sink.commit(file);
    sink.evolve(registered("string"));
    Assessment planned = assess();
    Table other = sink.table();
    TaskResult result =
        planned
            .tasks()
            .get(0)
            .run(
                StagedContext.at(
                    "committing",
                    new TestContext(++seed),
                    () ->
                        other
                            .newRowDelta()
                            .addDeletes(TestTables.deletionVector(other, file, 0))
                            .commit()));

    assertThat(result.outcome()).isEqualTo(Outcome.PARTLY);
    assertThat(names()).isEqualTo("[amount long, amount__v2 string]");
    assertThat(values("amount__v2")).isEqualTo(Map.of(1L, "10"));
    assertThat(merge().outcome()).isEqualTo(Outcome.DONE);
    assertThat(values("amount")).isEqualTo(Map.of(1L, "10"));
  }

  @Test
  void keepsTheEqualityDeleteThatCameWhileItFilled() {
    int numbers = registered("long");
    sink.create(numbers, 2);
    sink.put(numbers, Map.of("id", 1L, "amount", 10L));
    sink.put(numbers, Map.of("id", 2L, "amount", 20L));
    int text = registered("string");
    sink.evolve(text);
    Table other = sink.table();
    Schema keys = TestTables.keys(other, "id");
    DeleteFile delete =
        TestTables.equalityDelete(
            other, keys, List.of(TestTables.row(keys, 1L), TestTables.row(keys, 2L)));
    StagedContext context =
        StagedContext.at(
            "committing",
            new TestContext(++seed),
            () -> {
              other.newRowDelta().addDeletes(delete).commit();
              sink.put(text, Map.of("id", 3L, "amount", "thirty"));
            });

    TaskResult result = assess().tasks().get(0).run(context);

    assertThat(result.outcome()).isEqualTo(Outcome.PARTLY);
    assertThat(values("amount__v2")).isEqualTo(Map.of(3L, "thirty"));
  }

  @Test
  void givesUpWhereTheColumnsHaveChanged() {
    int numbers = registered("long");
    sink.create(numbers, 3);
    sink.put(numbers, Map.of("id", 1L, "amount", 10L));
    sink.evolve(registered("string"));
    Assessment planned = assess();
    sink.table().updateSchema().addColumn("amount__v3", BinaryType.get()).commit();

    assertThat(planned.tasks().get(0).run(new TestContext(++seed)).outcome())
        .isEqualTo(Outcome.GIVEN_UP);
  }

  @Test
  void doesNotTakeTheColumnOfAFieldForAVersion() {
    int both =
        registry.registerAvro(
            "orders-value",
            ID,
            "{\"name\":\"amount\",\"type\":\"long\"}",
            "{\"name\":\"total\",\"type\":\"string\"}");
    sink.create(both, 3);
    int renamed =
        registry.registerAvro(
            "orders-value",
            ID,
            "{\"name\":\"amount\",\"type\":\"long\"}",
            "{\"name\":\"amount__v2\",\"type\":\"string\",\"aliases\":[\"total\"]}");
    sink.evolve(renamed);
    sink.put(renamed, Map.of("id", 1L, "amount", 10L));

    assertThat(assess().findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.decision()).isEqualTo(Decision.NEEDS_PERSON))
        .satisfies(finding -> assertThat(finding.reason()).contains("no version"));
  }

  @Test
  void beginsAnewAfterARollback() {
    int numbers = registered("long");
    sink.create(numbers, 2);
    sink.put(numbers, Map.of("id", 1L, "amount", 10L));
    long before = sink.table().currentSnapshot().snapshotId();
    sink.evolve(registered("string"));
    merge();
    Table table = sink.table();
    table.manageSnapshots().rollbackTo(before).commit();
    assertThat(values("amount")).isEqualTo(Map.of(1L, "null"));

    merge();

    assertThat(values("amount")).isEqualTo(Map.of(1L, "10"));
  }

  @Test
  void mergesColumnsThatRecordsCallByOtherNames() {
    int first = registry.registerAvro("orders-value", ID, "{\"name\":\"sum\",\"type\":\"long\"}");
    sink.create(first, 3);
    sink.put(first, Map.of("id", 1L, "sum", 10L));
    int renamed =
        registry.registerAvro(
            "orders-value", ID, "{\"name\":\"amount\",\"type\":\"long\",\"aliases\":[\"sum\"]}");
    sink.evolve(renamed);
    int text = registered("string");
    sink.evolve(text);

    merge();

    NestedField amount = sink.column(first, "sum");
    assertThat(amount.name()).isEqualTo("amount");
    assertThat(sink.column(renamed, "amount")).isEqualTo(amount);
    assertThat(sink.column(text, "amount")).isEqualTo(amount);
    for (int schema : List.of(first, renamed, text)) {
      assertThat(sink.plan(schema).hasChanges()).as("schema %s", schema).isFalse();
    }
  }
}
