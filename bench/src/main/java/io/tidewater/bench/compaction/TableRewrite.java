/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.bench.compaction;

import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.Ordering;
import io.tidewater.compaction.rewrite.RewriteEngine;
import io.tidewater.compaction.rewrite.RewrittenGroup;
import io.tidewater.compaction.task.TaskContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.ContentFileUtil;

/** All files of a table written anew, whether it is worth it or not, and committed at once. */
final class TableRewrite implements RewriteEngine.Outcomes {
  private final Table table;
  private final RewriteFiles commit;
  private final Set<DeleteFile> dangling = new LinkedHashSet<>();
  private int files;

  private TableRewrite(Table table) {
    this.table = table;
    this.commit =
        table
            .newRewrite()
            .validateFromSnapshot(table.currentSnapshot().snapshotId())
            .dataSequenceNumber(table.currentSnapshot().sequenceNumber());
  }

  /** Returns how many files the table has then. */
  static int of(Table table, RewriteEngine engine, TaskContext context) throws IOException {
    TableRewrite rewrite = new TableRewrite(table);
    engine.run(table, rewrite.groups(), context, rewrite);
    rewrite.dangling.forEach(rewrite.commit::deleteFile);
    rewrite.commit.commit();
    return rewrite.files;
  }

  @Override
  public void rewritten(FileGroup group, RewrittenGroup result) {
    for (FileScanTask task : group.inputs()) {
      commit.deleteFile(task.file());
      task.deletes().stream().filter(ContentFileUtil::isFileScoped).forEach(dangling::add);
    }
    result.added().forEach(commit::addFile);
    files += result.added().size();
  }

  @Override
  public void failed(FileGroup group, RuntimeException cause) {
    throw cause;
  }

  /** Whole files, in pieces of about the size of a new file. */
  private List<FileGroup> groups() throws IOException {
    List<FileGroup> groups = new ArrayList<>();
    List<FileScanTask> piece = new ArrayList<>();
    long bytes = 0;
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      for (FileScanTask task : tasks) {
        piece.add(task);
        bytes += task.file().fileSizeInBytes();
        if (bytes >= CompactionBenchmark.TARGET_BYTES) {
          groups.add(group(groups.size(), piece));
          piece = new ArrayList<>();
          bytes = 0;
        }
      }
    }
    if (!piece.isEmpty()) {
      groups.add(group(groups.size(), piece));
    }
    return groups;
  }

  private FileGroup group(int id, List<FileScanTask> tasks) {
    return new FileGroup(
        id,
        tasks,
        table.spec().specId(),
        table.currentSnapshot().sequenceNumber(),
        CompactionBenchmark.TARGET_BYTES,
        new Ordering.AsTheyStood());
  }
}
