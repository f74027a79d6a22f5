/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.ttl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.compaction.fixture.DiskTables;
import io.tidewater.compaction.fixture.StagedContext;
import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.storage.ClockSkewException;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.TaskResult;
import io.tidewater.compaction.task.TaskResult.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoveExpiredRowsTest {
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "id", Types.LongType.get()),
          Types.NestedField.optional(2, "at", Types.TimestampType.withZone()));

  private final Map<String, String> settings =
      new HashMap<>(Map.of("ttl.column", "at", "ttl.age", "10d"));
  private final Instant now = InstantSource.system().instant();
  private DiskTables tables;
  private Consumer<String> onStage = stage -> {};
  private Duration skew = Duration.ZERO;
  private long runs;

  @BeforeEach
  void create(@TempDir Path folder) {
    tables = new DiskTables(folder);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private Table table(int version) {
    return tables.create("events", SCHEMA, PartitionSpec.unpartitioned(), version);
  }

  private Record row(long id, double daysAgo) {
    return TestTables.row(
        SCHEMA,
        id,
        OffsetDateTime.ofInstant(now, ZoneOffset.UTC).minusSeconds((long) (daysAgo * 86_400)));
  }

  private static NavigableSet<Long> ids(Table table) {
    TreeSet<Long> ids = new TreeSet<>();
    TestTables.rows(table).forEach(row -> ids.add((Long) row.getField("id")));
    return ids;
  }

  private Assessment assess() {
    return new RemoveExpiredRows(attempts -> {})
        .assess(
            new TableView(
                DiskTables.named("events"),
                tables.load("events"),
                "main",
                Policy.DEFAULTS.with(settings, "test"),
                now.plus(skew)));
  }

  private TaskResult run() {
    return assess()
        .tasks()
        .get(0)
        .run(
            new StagedContext(
                new TestContext(
                    ++runs, InstantSource.offset(InstantSource.system(), skew), 64L << 20),
                stage -> onStage.accept(stage)));
  }

  @Test
  void keepsAllRowsUnlessToldOtherwise() {
    TestTables.append(table(3), List.of(row(1, 1000)));
    settings.clear();

    assertThat(assess().tasks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void dropsWholeFilesByMetadata(int version) {
    Table table = table(version);
    TestTables.append(table, List.of(row(1, 20), row(2, 11)));
    TestTables.append(table, List.of(row(3, 9), row(4, 1)));

    TaskResult result = run();

    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(result.filesRemoved()).isEqualTo(1);
    assertThat(ids(table)).containsExactly(3L, 4L);
    assertThat(table.currentSnapshot().operation()).isEqualTo(DataOperations.DELETE);
    assertThat(assess().tasks()).isEmpty();
  }

  @Test
  void waitsUntilEnoughOfAFileHasExpired() {
    Table table = table(3);
    TestTables.append(table, List.of(row(1, 11), row(2, 9), row(3, 0)));

    Assessment assessment = assess();

    assertThat(assessment.tasks()).isEmpty();
    assertThat(assessment.findings().get(0).decision()).isEqualTo(Finding.Decision.WAIT);
  }

  @Test
  void keepsNullsForEver() {
    Table table = table(3);
    TestTables.append(table, List.of(row(1, 20), TestTables.row(SCHEMA, 2L, null)));

    run();

    assertThat(ids(table)).containsExactly(2L);
    assertThat(assess().tasks()).isEmpty();
  }

  /** Random tables with random deletes; whatever is late is gone, and nothing else. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void removesExactlyWhatHasExpired(int version) {
    settings.put("ttl.min-expired-ratio", "0");
    for (int seed = 0; seed < 2; seed++) {
      Random random = new Random(seed);
      Table table = table(version);
      long id = 0;
      TreeSet<Long> late = new TreeSet<>();
      for (int file = 0; file < 5; file++) {
        List<Record> rows = new ArrayList<>();
        int oldest = random.nextInt(20) + 1;
        for (int i = 0; i < 20; i++) {
          double age = random.nextDouble() * oldest;
          rows.add(row(++id, age));
          if (age > 10) {
            late.add(id);
          }
        }
        DataFile written = TestTables.append(table, rows);
        int deleted = random.nextInt(20);
        table
            .newRowDelta()
            .addDeletes(
                version == 3
                    ? TestTables.deletionVector(table, written, deleted)
                    : TestTables.positionDelete(table, written, deleted))
            .commit();
        table
            .newRowDelta()
            .addDeletes(
                TestTables.equalityDelete(
                    table,
                    TestTables.keys(table, "id"),
                    List.of(
                        TestTables.row(
                            TestTables.keys(table, "id"), 1L + random.nextInt((int) id)))))
            .commit();
      }
      NavigableSet<Long> expected = ids(table);
      expected.removeAll(late);

      if (!assess().tasks().isEmpty()) {
        run();
      }

      assertThat(ids(table)).as("seed %d", seed).isEqualTo(expected);
      tables.catalog().dropTable(DiskTables.named("events"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void respectsWhatAWriterDeletesMeanwhile(int version) {
    Table table = table(version);
    DataFile file = TestTables.append(table, List.of(row(1, 20), row(2, 19), row(3, 1), row(4, 2)));
    onStage =
        stage -> {
          if (stage.equals("committing")) {
            table
                .newRowDelta()
                .addDeletes(
                    version == 3
                        ? TestTables.deletionVector(table, file, 3)
                        : TestTables.positionDelete(table, file, 3))
                .commit();
          }
        };

    assertThat(run().outcome()).isEqualTo(Outcome.DONE);
    assertThat(ids(table)).containsExactly(3L);
  }

  @Test
  void letsGoOfAFileThatWasRewrittenMeanwhile() {
    Table table = table(3);
    DataFile file = TestTables.append(table, List.of(row(1, 20), row(2, 1)));
    onStage =
        stage -> {
          if (stage.equals("committing")) {
            table
                .newRewrite()
                .deleteFile(file)
                .addFile(TestTables.write(table, List.of(row(1, 20), row(2, 1))))
                .commit();
          }
        };

    assertThat(run().outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThat(ids(table)).containsExactly(1L, 2L);
    onStage = stage -> {};
    run();
    assertThat(ids(table)).containsExactly(2L);
  }

  @Test
  void removesNothingWhileTheClockIsAhead() {
    Table table = table(3);
    TestTables.append(table, List.of(row(1, 1), row(2, 2)));
    skew = Duration.ofDays(365);

    assertThatThrownBy(this::run).isInstanceOf(ClockSkewException.class);
    assertThat(ids(table)).hasSize(2);
  }

  @Test
  void judgesByTheEarlierClock() {
    Table table = table(3);
    TestTables.append(table, List.of(row(1, 9.99)));
    skew = Duration.ofMinutes(50);

    assertThat(run().outcome()).isEqualTo(Outcome.NOTHING);
    assertThat(ids(table)).hasSize(1);
  }
}
