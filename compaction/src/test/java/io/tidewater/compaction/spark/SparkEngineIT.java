/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.LocalEngine;
import io.tidewater.compaction.rewrite.Ordering;
import io.tidewater.compaction.rewrite.RewriteEngine;
import io.tidewater.compaction.rewrite.Rewriting;
import io.tidewater.compaction.rewrite.RewrittenGroup;
import io.tidewater.compaction.rewrite.row.RowRewriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.io.CloseableIterable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkEngineIT {
  private static final int GROUPS = 3;
  private static final List<Rewriting> ROWS = List.of(RowRewriter.EVERY_GROUP);

  /** Large, and no business of executors. */
  private static final List<String> NOT_NEEDED =
      List.of(
          "trino",
          "jetty",
          "sqlite",
          "flyway",
          "kafka",
          "junit",
          "archunit",
          "byte-buddy",
          "2.54",
          "assertj",
          "kotlin",
          "wire");

  @TempDir Path folder;
  private Table table;
  private SparkHome home;

  @BeforeEach
  void create() throws IOException {
    home = SparkHome.in(folder.resolve("spark"));
    table =
        new HadoopTables(new Configuration())
            .create(
                TestTables.SCHEMA,
                PartitionSpec.builderFor(TestTables.SCHEMA).identity("day").build(),
                Map.of(TableProperties.FORMAT_VERSION, "3"),
                folder.resolve("table").toUri().toString());
    for (int file = 0; file < 2 * GROUPS; file++) {
      List<Record> rows = new ArrayList<>();
      for (long row = 0; row < 500; row++) {
        long id = file * 1000L + row;
        rows.add(TestTables.row(table.schema(), id, "name " + (id * 7919) % 1000, file % GROUPS));
      }
      DataFile data = TestTables.append(table, rows);
      table.newRowDelta().addDeletes(TestTables.deletionVector(table, data, file, 99)).commit();
    }
  }

  private List<FileGroup> groups() throws IOException {
    Map<Integer, List<FileScanTask>> days = new TreeMap<>();
    try (CloseableIterable<FileScanTask> files = table.newScan().planFiles()) {
      files.forEach(
          file ->
              days.computeIfAbsent(
                      file.file().partition().get(0, Integer.class), day -> new ArrayList<>())
                  .add(file));
    }
    // Scans give files in any order.
    days.values()
        .forEach(files -> files.sort(Comparator.comparing(task -> task.file().location())));
    List<FileGroup> groups = new ArrayList<>();
    days.forEach(
        (day, files) ->
            groups.add(
                new FileGroup(
                    day,
                    files,
                    table.spec().specId(),
                    table.currentSnapshot().sequenceNumber(),
                    128 << 20,
                    day == 1 ? new Ordering.Zorder(List.of("name")) : new Ordering.AsTheyStood())));
    return groups;
  }

  private SparkSettings settings(String master, Map<String, String> more) {
    Map<String, String> configuration = new TreeMap<>(more);
    configuration.put("spark.master", master);
    configuration.put("spark.ui.enabled", "false");
    configuration.put("spark.driver.host", "127.0.0.1");
    configuration.put("spark.driver.bindAddress", "127.0.0.1");
    configuration.put("spark.local.dir", folder.resolve("scratch").toString());
    List<Path> libraries =
        SparkSettings.ownLibraries().stream()
            .filter(path -> NOT_NEEDED.stream().noneMatch(path.getFileName().toString()::contains))
            .toList();
    return new SparkSettings(home.submit(), configuration, libraries, folder);
  }

  /** What became of groups, in the order of their ids. */
  private static final class Told implements RewriteEngine.Outcomes {
    private final Map<Integer, RewrittenGroup> rewritten = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    @Override
    public void rewritten(FileGroup group, RewrittenGroup result) {
      rewritten.put(group.id(), result);
    }

    @Override
    public void failed(FileGroup group, RuntimeException cause) {
      failures.add(String.valueOf(cause.getMessage()));
    }
  }

  private Told run(RewriteEngine engine) throws IOException {
    Told told = new Told();
    engine.run(table, groups(), new TestContext(7), told);
    return told;
  }

  /** Commits what an engine made, reads the table, and takes the commit back. */
  private List<String> content(Told told) throws IOException {
    assertThat(told.failures).isEmpty();
    assertThat(told.rewritten).hasSize(GROUPS);
    long before = table.currentSnapshot().snapshotId();
    RewriteFiles rewrite =
        table
            .newRewrite()
            .validateFromSnapshot(before)
            .dataSequenceNumber(table.currentSnapshot().sequenceNumber());
    for (FileGroup group : groups()) {
      group.inputs().forEach(input -> rewrite.deleteFile(input.file()));
      group.inputs().forEach(input -> input.deletes().forEach(rewrite::deleteFile));
    }
    told.rewritten.values().forEach(group -> group.added().forEach(rewrite::addFile));
    rewrite.commit();
    List<String> rows = rows();
    table.manageSnapshots().rollbackTo(before).commit();
    return rows;
  }

  /** The rows with their lineage: of each day as they stand, the days in order. */
  private List<String> rows() throws IOException {
    Map<Object, List<String>> days = new TreeMap<>();
    Schema schema = MetadataColumns.schemaWithRowLineage(table.schema());
    try (CloseableIterable<Record> all = IcebergGenerics.read(table).project(schema).build()) {
      // Where deletes apply, the reader leaves the position behind the columns that were asked for.
      all.forEach(
          row ->
              days.computeIfAbsent(row.getField("day"), day -> new ArrayList<>())
                  .add(
                      schema.columns().stream()
                          .map(column -> String.valueOf(row.getField(column.name())))
                          .collect(Collectors.joining(", "))));
    }
    return days.values().stream().flatMap(List::stream).toList();
  }

  private void leavesNothingBehind() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .noneMatch(path -> path.getFileName().toString().contains("tidewater-spark"));
    }
  }

  @Test
  void rewritesInOneProcessAsTheLocalEngineDoes() throws IOException {
    List<String> original = rows();
    List<String> local = content(run(new LocalEngine(ROWS, folder)));

    Told told = run(new SparkEngine(ROWS, settings("local[2]", Map.of())));

    assertThat(content(told)).isEqualTo(local).containsExactlyInAnyOrderElementsOf(original);
    leavesNothingBehind();
  }

  @Test
  void rewritesOnAClusterOfWhichAnExecutorIsKilled() throws Exception {
    List<String> local = content(run(new LocalEngine(ROWS, folder)));
    Path marker = folder.resolve("marker");
    List<Rewriting> ways = List.of(new WaitingOnce(marker.toString()), RowRewriter.EVERY_GROUP);
    try (SparkCluster cluster = SparkCluster.start(home, folder.resolve("cluster"))) {
      SparkSettings settings =
          settings(
              cluster.url(), Map.of("spark.executor.memory", "512m", "spark.executor.cores", "2"));
      CompletableFuture<Told> running =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return run(new SparkEngine(ways, settings));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> running.isDone() || (Files.exists(marker) && Files.size(marker) > 0));
      assertThat(running.isDone() ? running.get().failures : List.of())
          .as("why it does not wait for the group that waits")
          .isEmpty();
      long executor = Long.parseLong(Files.readString(marker));
      assertThat(ProcessHandle.of(executor)).isPresent();
      assertThat(ProcessHandle.of(executor).orElseThrow().destroyForcibly()).isTrue();

      assertThat(content(running.get())).isEqualTo(local);
    }
    leavesNothingBehind();
  }

  @Test
  void tellsWhatSparkSaidWhenItCouldNotRun() throws IOException {
    Told told = run(new SparkEngine(ROWS, settings("nowhere", Map.of())));

    assertThat(told.rewritten).isEmpty();
    assertThat(told.failures)
        .hasSize(GROUPS)
        .allMatch(cause -> cause.contains("code 1") && cause.contains("Master must"));
    leavesNothingBehind();
  }
}
