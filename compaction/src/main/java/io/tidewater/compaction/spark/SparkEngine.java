/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.spark;

import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.RewriteEngine;
import io.tidewater.compaction.rewrite.Rewriting;
import io.tidewater.compaction.spark.job.WorkFolder;
import io.tidewater.compaction.task.TaskCancelledException;
import io.tidewater.compaction.task.TaskContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;

/** Rewrites groups on Spark: one application for each call, one Spark task for each group. */
public final class SparkEngine implements RewriteEngine {
  private static final long LOOK_EVERY_MILLIS = 200;
  private static final long END_MILLIS = 30_000;

  private final List<Rewriting> ways;
  private final SparkSettings settings;

  /**
   * @param ways from the cheapest to one that takes every group
   */
  public SparkEngine(List<Rewriting> ways, SparkSettings settings) {
    this.ways = List.copyOf(ways);
    this.settings = settings;
  }

  @Override
  public void run(Table table, List<FileGroup> groups, TaskContext context, Outcomes outcomes) {
    if (groups.isEmpty()) {
      return;
    }
    try {
      WorkFolder folder = folder(context);
      try {
        Files.write(folder.work(), Serialized.bytes(Work.of(table, ways)));
        Map<Integer, FileGroup> open = new TreeMap<>();
        for (int i = 0; i < groups.size(); i++) {
          folder.putGroup(i, Serialized.bytes(groups.get(i)));
          open.put(i, groups.get(i));
        }
        await(folder, open, context, outcomes);
      } finally {
        delete(folder.path());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot speak with Spark: " + e.getMessage(), e);
    }
  }

  private void await(
      WorkFolder folder, Map<Integer, FileGroup> open, TaskContext context, Outcomes outcomes)
      throws IOException {
    try (Submission submission = Submission.start(settings, folder)) {
      boolean ended = false;
      while (!ended && !open.isEmpty()) {
        ended = submission.ends(LOOK_EVERY_MILLIS);
        context.advance(0, 0);
        take(folder, open, context, outcomes);
      }
      if (!open.isEmpty()) {
        RuntimeException cause = new IllegalStateException(submission.end());
        open.values().forEach(group -> outcomes.failed(group, cause));
      }
      submission.ends(END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TaskCancelledException("interrupted while Spark rewrote groups");
    }
  }

  private static void take(
      WorkFolder folder, Map<Integer, FileGroup> open, TaskContext context, Outcomes outcomes)
      throws IOException {
    for (Integer index : List.copyOf(open.keySet())) {
      Optional<byte[]> result = folder.takeResult(index);
      if (result.isPresent()) {
        tell(Serialized.read(result.get(), Answer.class), open.remove(index), context, outcomes);
      }
    }
  }

  private static void tell(Answer answer, FileGroup group, TaskContext context, Outcomes outcomes) {
    if (answer instanceof Answer.Rewritten rewritten) {
      long written = rewritten.group().added().stream().mapToLong(DataFile::fileSizeInBytes).sum();
      context.advance(group.inputBytes(), written);
      outcomes.rewritten(group, rewritten.group());
    } else if (answer instanceof Answer.Failed failed) {
      outcomes.failed(group, new IllegalStateException("on a Spark executor: " + failed.cause()));
    }
  }

  private WorkFolder folder(TaskContext context) throws IOException {
    // The table in it knows the keys to its storage.
    Path path =
        Files.createDirectory(
            settings.folder().toAbsolutePath().resolve("tidewater-spark-" + context.newId()),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return new WorkFolder(path);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
