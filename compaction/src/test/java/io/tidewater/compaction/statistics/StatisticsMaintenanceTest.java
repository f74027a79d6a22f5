/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskResult;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.datasketches.memory.Memory;
import org.apache.datasketches.theta.CompactSketch;
import org.apache.datasketches.theta.UpdateSketch;
import org.apache.iceberg.BlobMetadata;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.PartitionStatistics;
import org.apache.iceberg.Schema;
import org.apache.iceberg.StatisticsFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.puffin.Blob;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatisticsMaintenanceTest {
  private static final Map<String, String> COLUMNS =
      Map.of("statistics.distinct-columns", "id,name", "statistics.interval", "0s");

  @TempDir private Path folder;
  private TestTables tables;
  private Table table;

  @BeforeEach
  void open() {
    tables = new TestTables(folder);
    table =
        tables.create(
            "orders",
            TestTables.SCHEMA,
            PartitionSpec.builderFor(TestTables.SCHEMA).identity("day").build(),
            2);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private DataFile append(int day, long from, long to) {
    List<Record> rows = new ArrayList<>();
    for (long id = from; id < to; id++) {
      rows.add(TestTables.row(TestTables.SCHEMA, id, id % 7 == 0 ? null : "n" + id % 7, day));
    }
    return TestTables.append(table, rows);
  }

  private Assessment assess(Map<String, String> settings) {
    Table view = tables.load("orders");
    Policy policy = Policy.DEFAULTS.with(settings, "test").forTable(view.properties());
    return new StatisticsMaintenance()
        .assess(
            new TableView(
                TableIdentifier.of("shop", "orders"),
                view,
                "main",
                policy,
                Instant.now().plus(Duration.ofMinutes(1))));
  }

  private TestContext run(Map<String, String> settings) {
    TestContext context = new TestContext(1);
    List<Task> tasks = assess(settings).tasks();
    assertThat(tasks).hasSize(1);
    assertThat(tasks.get(0).run(context).outcome()).isEqualTo(TaskResult.Outcome.DONE);
    table.refresh();
    return context;
  }

  private Map<Integer, Long> distinctValues() {
    StatisticsFile file =
        new SketchFile(table).of(table.currentSnapshot().snapshotId()).orElseThrow();
    Map<Integer, Long> values = new HashMap<>();
    for (BlobMetadata blob : file.blobMetadata()) {
      values.put(blob.fields().get(0), Long.valueOf(blob.properties().get("ndv")));
    }
    return values;
  }

  @Test
  void doesNothingThatNobodyAskedFor() {
    append(1, 0, 10);

    assertThat(assess(Map.of()).tasks()).isEmpty();
  }

  @Test
  void countsDistinctValues() {
    append(1, 0, 3_000);
    append(2, 1_000, 3_500);

    run(COLUMNS);

    assertThat(distinctValues()).containsEntry(1, 3_500L).containsEntry(2, 6L);
  }

  @Test
  void estimatesWhereThereAreTooManyToCount() {
    append(1, 0, 40_000);

    run(COLUMNS);

    assertThat((double) distinctValues().get(1)).isCloseTo(40_000, within(2_000.0));
  }

  @Test
  void writesSketchesAsOthersDo() {
    append(1, 0, 1_000);
    UpdateSketch asSparkDoes = UpdateSketch.builder().build();
    for (long id = 0; id < 1_000; id++) {
      asSparkDoes.update(Conversions.toByteBuffer(Types.LongType.get(), id));
    }

    run(COLUMNS);

    Blob blob =
        new SketchFile(table)
            .read(table.currentSnapshot().snapshotId()).stream()
                .filter(each -> each.inputFields().equals(List.of(1)))
                .findFirst()
                .orElseThrow();
    byte[] bytes = new byte[blob.blobData().remaining()];
    blob.blobData().get(bytes);
    CompactSketch sketch = CompactSketch.heapify(Memory.wrap(bytes));
    assertThat(blob.type()).isEqualTo("apache-datasketches-theta-v1");
    assertThat(sketch.toByteArray()).isEqualTo(asSparkDoes.compact().toByteArray());
  }

  @Test
  void readsOnlyWhatWasAddedSince() {
    append(1, 0, 3_000);
    long all = run(COLUMNS).bytesRead();
    append(2, 3_000, 3_500);

    long added = run(COLUMNS).bytesRead();

    assertThat(distinctValues()).containsEntry(1, 3_500L).containsEntry(2, 6L);
    assertThat(added).isLessThan(all / 2);
  }

  @Test
  void readsAllAgainWhenRowsWereRemoved() {
    DataFile first = append(1, 0, 3_000);
    append(2, 3_000, 3_500);
    run(COLUMNS);
    table.newDelete().deleteFile(first).commit();

    run(COLUMNS);

    assertThat(distinctValues()).containsEntry(1, 500L);
  }

  @Test
  void keepsWhatOthersSaidOfTheSnapshot() {
    append(1, 0, 100);
    long snapshotId = table.currentSnapshot().snapshotId();
    Blob theirs = new Blob("theirs", List.of(3), snapshotId, 1, ByteBuffer.wrap(new byte[] {7}));
    SketchFile files = new SketchFile(table);
    table
        .updateStatistics()
        .setStatistics(files.write(snapshotId, List.of(theirs), new UUID(3, 4)))
        .commit();

    run(COLUMNS);

    List<Blob> blobs = new SketchFile(table).read(snapshotId);
    assertThat(blobs).hasSize(3);
    assertThat(blobs.stream().filter(blob -> blob.type().equals("theirs")).findFirst())
        .hasValueSatisfying(blob -> assertThat(blob.blobData().get()).isEqualTo((byte) 7));
  }

  @Test
  void refusesColumnsThatAreNone() {
    append(1, 0, 10);

    Assessment assessment = assess(Map.of("statistics.distinct-columns", "prize"));

    assertThat(assessment.tasks()).isEmpty();
    assertThat(assessment.findings().get(0).scope()).isEqualTo("column prize");
  }

  @Test
  void sketchesValuesOfEveryPrimitiveType() {
    Schema schema =
        new Schema(
            Types.NestedField.optional(1, "b", Types.BooleanType.get()),
            Types.NestedField.optional(2, "d", Types.DateType.get()),
            Types.NestedField.optional(3, "t", Types.TimestampType.withZone()),
            Types.NestedField.optional(4, "m", Types.DecimalType.of(20, 2)),
            Types.NestedField.optional(5, "u", Types.UUIDType.get()),
            Types.NestedField.optional(6, "x", Types.BinaryType.get()),
            Types.NestedField.optional(7, "f", Types.FixedType.ofLength(2)),
            Types.NestedField.optional(8, "r", Types.DoubleType.get()));
    table = tables.create("types", schema, PartitionSpec.unpartitioned(), 2);
    List<Record> rows = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      rows.add(
          TestTables.row(
              schema,
              i % 2 == 0,
              LocalDate.ofEpochDay(i % 3),
              OffsetDateTime.parse("2026-11-21T12:00:00Z").plusDays(i % 4),
              new BigDecimal("1.00").add(new BigDecimal(i % 5)),
              new UUID(1, i % 6),
              ByteBuffer.wrap(new byte[] {(byte) (i % 7)}),
              new byte[] {1, (byte) (i % 8)},
              i % 9 / 2.0));
    }
    TestTables.append(table, rows);
    Sketches sketches = new Sketches(schema);

    new ColumnValues(table, schema).visit(files(table).get(0), sketches::add);

    assertThat(sketches.blobs(table.currentSnapshot(), 0))
        .extracting(blob -> blob.properties().get("ndv"))
        .containsExactly("2", "3", "4", "5", "6", "7", "8", "9");
  }

  private static List<DataFile> files(Table table) {
    List<DataFile> files = new ArrayList<>();
    table.newScan().planFiles().forEach(task -> files.add(task.file()));
    return files;
  }

  @Test
  void countsPartitions() throws Exception {
    append(1, 0, 10);
    append(2, 0, 20);
    append(2, 20, 25);

    run(Map.of("statistics.partitions", "true"));

    List<Long> counts = new ArrayList<>();
    try (CloseableIterable<PartitionStatistics> partitions =
        table.newPartitionStatisticsScan().scan()) {
      partitions.forEach(partition -> counts.add(partition.dataRecordCount()));
    }
    assertThat(counts).containsExactly(10L, 25L);
    assertThat(assess(Map.of("statistics.partitions", "true")).tasks()).isEmpty();
  }
}
