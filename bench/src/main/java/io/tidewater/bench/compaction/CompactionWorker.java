/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.bench.compaction;

import io.tidewater.compaction.parquet.ColumnarOptions;
import io.tidewater.compaction.parquet.ColumnarRewriter;
import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.Ordering;
import io.tidewater.compaction.rewrite.Pulse;
import io.tidewater.compaction.rewrite.RewrittenGroup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.ContentFileUtil;

/** Rewrites the tables whose names it reads, one a line, and tells when each is done. */
public final class CompactionWorker {
  static final String DONE = "done";
  private static final int THREADS = 2;

  private CompactionWorker() {}

  public static void main(String[] arguments) throws Exception {
    Tables tables = new Tables(Path.of(arguments[0]));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (BufferedReader names =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String name = names.readLine(); name != null; name = names.readLine()) {
        System.out.println(DONE + " " + rewrite(tables.load(name), threads) + " files");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int rewrite(Table table, ExecutorService threads) throws Exception {
    ColumnarRewriter rewriter =
        new ColumnarRewriter(table, ColumnarOptions.DEFAULT, UUID.randomUUID().toString());
    List<FileGroup> groups = groups(table);
    List<Future<RewrittenGroup>> running = new ArrayList<>();
    for (FileGroup group : groups) {
      running.add(threads.submit(() -> rewriter.rewrite(group, Pulse.NONE)));
    }
    RewriteFiles commit =
        table
            .newRewrite()
            .validateFromSnapshot(table.currentSnapshot().snapshotId())
            .dataSequenceNumber(table.currentSnapshot().sequenceNumber());
    Set<DeleteFile> dangling = new LinkedHashSet<>();
    for (FileScanTask task : groups.stream().flatMap(group -> group.inputs().stream()).toList()) {
      commit.deleteFile(task.file());
      task.deletes().stream().filter(ContentFileUtil::isFileScoped).forEach(dangling::add);
    }
    dangling.forEach(commit::deleteFile);
    int files = 0;
    for (Future<RewrittenGroup> group : running) {
      for (DataFile file : group.get().added()) {
        commit.addFile(file);
        files++;
      }
    }
    commit.commit();
    return files;
  }

  /** Whole files, in pieces of the size of a new file. */
  private static List<FileGroup> groups(Table table) throws IOException {
    List<FileGroup> groups = new ArrayList<>();
    List<FileScanTask> piece = new ArrayList<>();
    long bytes = 0;
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      for (FileScanTask task : tasks) {
        piece.add(task);
        bytes += task.file().fileSizeInBytes();
        if (bytes >= CompactionBenchmark.TARGET_BYTES) {
          groups.add(group(groups.size(), piece, table));
          piece = new ArrayList<>();
          bytes = 0;
        }
      }
    }
    if (!piece.isEmpty()) {
      groups.add(group(groups.size(), piece, table));
    }
    return groups;
  }

  private static FileGroup group(int id, List<FileScanTask> tasks, Table table) {
    return new FileGroup(
        id,
        tasks,
        table.spec().specId(),
        table.currentSnapshot().sequenceNumber(),
        CompactionBenchmark.TARGET_BYTES,
        new Ordering.AsTheyStood());
  }
}
