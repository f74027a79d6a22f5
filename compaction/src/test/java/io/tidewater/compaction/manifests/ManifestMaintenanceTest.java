/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskResult;
import io.tidewater.compaction.task.TaskResult.Outcome;
import io.tidewater.format.ledger.LedgerSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.MetadataTableType;
import org.apache.iceberg.MetadataTableUtils;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ManifestMaintenanceTest {
  private static final PartitionSpec BY_DAY =
      PartitionSpec.builderFor(TestTables.SCHEMA).identity("day").build();

  @TempDir private Path folder;
  private TestTables tables;
  private Table table;
  private long nextId = 1;

  @BeforeEach
  void open() {
    tables = new TestTables(folder);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private void create(PartitionSpec spec, int formatVersion) {
    tables.create("orders", TestTables.SCHEMA, spec, formatVersion);
    table = tables.load("orders");
  }

  private DataFile append(int day) {
    List<Record> rows =
        List.of(
            TestTables.row(TestTables.SCHEMA, nextId++, "a", day),
            TestTables.row(TestTables.SCHEMA, nextId++, "b", day));
    return TestTables.append(table, rows);
  }

  private List<Task> tasks(Map<String, String> settings) {
    Table view = tables.load("orders");
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("manifests.min-input", "5");
    Policy policy = Policy.DEFAULTS.with(all, "test").forTable(view.properties());
    return new ManifestMaintenance(attempts -> {})
        .assess(
            new TableView(
                TableIdentifier.of("shop", "orders"),
                view,
                "main",
                policy,
                Instant.now().plus(Duration.ofHours(1))))
        .tasks();
  }

  /** Each live file with all that its entry says of it. */
  private Map<String, List<String>> entries() {
    table.refresh();
    Map<String, List<String>> entries = new TreeMap<>();
    Table metadata =
        MetadataTableUtils.createMetadataTableInstance(table, MetadataTableType.ENTRIES);
    List<Types.NestedField> fields =
        metadata.schema().findType("data_file").asStructType().fields();
    try (CloseableIterable<FileScanTask> tasks = metadata.newScan().planFiles()) {
      for (FileScanTask task : tasks) {
        try (CloseableIterable<StructLike> rows = task.asDataTask().rows()) {
          for (StructLike row : rows) {
            if (row.get(0, Integer.class) != 2) {
              List<String> all = new ArrayList<>();
              for (int i = 1; i <= 3; i++) {
                all.add(String.valueOf(row.get(i, Long.class)));
              }
              StructLike file = row.get(4, StructLike.class);
              for (Types.NestedField field : fields) {
                if (!field.name().equals("partition")) {
                  all.add(
                      field.name() + "=" + value(file.get(fields.indexOf(field), Object.class)));
                }
              }
              entries.put(String.join(" ", all.subList(4, 5)) + all.get(1), all);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  private static String value(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, String> texts = new TreeMap<>();
      map.forEach((key, each) -> texts.put(key.toString(), value(each)));
      return texts.toString();
    }
    return value instanceof ByteBuffer bytes
        ? StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString()
        : String.valueOf(value);
  }

  private long manifests(ManifestContent content) {
    table.refresh();
    return table.currentSnapshot().allManifests(table.io()).stream()
        .filter(manifest -> manifest.content() == content)
        .count();
  }

  private static Set<Record> rows(Table table) {
    return new HashSet<>(TestTables.rows(table));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void keepsEntriesAsTheyAre(int formatVersion) {
    create(BY_DAY, formatVersion);
    for (int i = 0; i < 12; i++) {
      append(i % 4);
    }
    table.newDelete().deleteFile(append(1)).commit();
    Map<String, List<String>> before = entries();
    Set<Record> rows = rows(table);

    List<Task> tasks = tasks(Map.of());
    TaskResult result = tasks.get(0).run(new TestContext(1));

    assertThat(tasks).hasSize(1);
    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(manifests(ManifestContent.DATA)).isEqualTo(1);
    assertThat(entries()).isEqualTo(before);
    assertThat(rows(table)).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void rewritesManifestsOfDeletesToo(int formatVersion) {
    create(PartitionSpec.unpartitioned(), formatVersion);
    for (int i = 0; i < 8; i++) {
      DataFile file = append(i);
      table
          .newRowDelta()
          .addDeletes(
              formatVersion == 2
                  ? TestTables.positionDelete(table, file, 0)
                  : TestTables.deletionVector(table, file, 0))
          .commit();
    }
    Map<String, List<String>> before = entries();
    Set<Record> rows = rows(table);

    TestContext context = new TestContext(1);
    List<TaskResult> results = tasks(Map.of()).stream().map(task -> task.run(context)).toList();

    assertThat(results).hasSize(2).allMatch(result -> result.outcome() == Outcome.DONE);

    assertThat(manifests(ManifestContent.DATA)).isEqualTo(1);
    assertThat(manifests(ManifestContent.DELETES)).isEqualTo(1);
    assertThat(entries()).isEqualTo(before);
    assertThat(rows(table)).isEqualTo(rows).hasSize(8);
  }

  @Test
  void clustersByPartition() {
    create(BY_DAY, 2);
    for (int i = 0; i < 40; i++) {
      append(i % 8);
    }

    tasks(Map.of("manifests.target-size", "20000")).get(0).run(new TestContext(1));

    table.refresh();
    List<ManifestFile> manifests = table.currentSnapshot().allManifests(table.io());
    assertThat(manifests).hasSizeBetween(2, 39);
    Set<Object> firstDays = new HashSet<>();
    manifests.forEach(manifest -> firstDays.add(manifest.partitions().get(0).lowerBound()));
    assertThat(firstDays).hasSameSizeAs(manifests);
  }

  @Test
  void keepsRowIdsAcrossSeveralRewritesBesideAWriter() {
    create(BY_DAY, 3);
    for (int i = 0; i < 10; i++) {
      append(i % 3);
    }
    TestContext context = new TestContext(1);
    for (int round = 0; round < 3; round++) {
      Map<String, List<String>> before = entries();
      List<Task> tasks = tasks(Map.of());
      append(round);
      append(round);
      tasks.forEach(task -> task.run(context));
      assertThat(manifests(ManifestContent.DATA)).isLessThan(5);
      assertThat(entries()).containsAllEntriesOf(before).hasSize(before.size() + 2);
      for (int i = 0; i < 5; i++) {
        append(i % 3);
      }
    }
  }

  @Test
  void carriesTheLedgerAlong() {
    create(BY_DAY, 2);
    for (int i = 0; i < 6; i++) {
      append(0);
    }
    String ledger = "{\"v\":1,\"topics\":{}}";
    DataFile file = TestTables.write(table, List.of(TestTables.row(TestTables.SCHEMA, 1L, "a", 0)));
    table.newAppend().appendFile(file).set(LedgerSummary.LEDGER, ledger).commit();

    tasks(Map.of()).get(0).run(new TestContext(1));

    table.refresh();
    assertThat(table.currentSnapshot().operation()).isEqualTo("replace");
    assertThat(LedgerSummary.ledger(table.currentSnapshot())).isPresent();
  }

  @Test
  void yieldsToAWriterThatMergedThemFirst() {
    create(BY_DAY, 2);
    for (int i = 0; i < 10; i++) {
      append(0);
    }
    List<Task> planned = tasks(Map.of());
    table.rewriteManifests().clusterBy(file -> 1).commit();
    long head = table.currentSnapshot().snapshotId();

    TaskResult result = planned.get(0).run(new TestContext(1));

    assertThat(result.outcome()).isEqualTo(Outcome.GIVEN_UP);
    table.refresh();
    assertThat(table.currentSnapshot().snapshotId()).isEqualTo(head);
  }

  @Test
  void leavesYoungManifestsToTheirWriter() {
    create(BY_DAY, 2);
    for (int i = 0; i < 10; i++) {
      append(0);
    }

    assertThat(tasks(Map.of("manifests.min-age", "2h"))).isEmpty();
  }
}
