/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.repack;

import io.tidewater.compaction.commit.Change;
import io.tidewater.compaction.deletes.live.EqualityDelete;
import io.tidewater.compaction.deletes.live.PositionDeletes;
import io.tidewater.compaction.deletes.live.Scope;
import io.tidewater.compaction.deletes.write.PositionWriter;
import io.tidewater.compaction.deletes.write.Written;
import io.tidewater.compaction.drift.Baseline;
import io.tidewater.compaction.drift.Drift;
import io.tidewater.compaction.drift.FileKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.util.ContentFileUtil;

/**
 * Delete files on their way to others that say the same. What has changed since they were written
 * is left as it is; the rest is swapped, as a replacement that changes no row.
 */
final class Repacking implements Change {
  private final Table table;
  private final Baseline baseline;
  private final RepackPlan plan;
  private final Map<DeleteFile, DeleteFile> packed;
  private final List<Written> merged;
  private final PositionDeletes positionDeletes;
  private final PositionWriter writer;
  private Swap latest = new Swap();

  /** Delete files that go and come. */
  static final class Swap {
    private final List<DeleteFile> removed = new ArrayList<>();
    private final Map<DeleteFile, Long> added = new HashMap<>();
    private int conflicts;

    int removed() {
      return removed.size();
    }

    int added() {
      return added.size();
    }

    int conflicts() {
      return conflicts;
    }
  }

  Repacking(
      Baseline baseline,
      RepackPlan plan,
      Map<DeleteFile, DeleteFile> packed,
      PositionDeletes positionDeletes,
      PositionWriter writer) {
    this.table = writer.table();
    this.baseline = baseline;
    this.plan = plan;
    this.packed = packed;
    this.positionDeletes = positionDeletes;
    this.writer = writer;
    this.merged = writer.merge(plan.merge(), positionDeletes);
  }

  Swap latest() {
    return latest;
  }

  @Override
  public Attempt on(Snapshot head) {
    Drift drift = baseline.until(table, head);
    Set<FileKey> gone = keys(drift.removedDeletes());
    Set<String> goneFiles =
        drift.removedFiles().stream().map(ContentFile::location).collect(Collectors.toSet());
    Swap swap = new Swap();
    addDangling(drift, gone, swap);
    addPacked(gone, goneFiles, swap);
    addMerged(positionDeletes.after(drift), gone, goneFiles, swap);
    latest = swap;
    if (swap.removed.isEmpty()) {
      return new Attempt.GiveUp("all of it has been changed by others");
    }
    return new Attempt.Commit<>(transaction -> rewrite(transaction, head, swap));
  }

  private static Set<FileKey> keys(List<DeleteFile> files) {
    return files.stream().map(FileKey::of).collect(Collectors.toSet());
  }

  private void addDangling(Drift drift, Set<FileKey> gone, Swap swap) {
    for (DeleteFile delete : plan.dangling()) {
      if (gone.contains(FileKey.of(delete))
          || drift.addedFiles().stream().anyMatch(file -> appliesTo(delete, file))) {
        swap.conflicts++;
      } else {
        swap.removed.add(delete);
      }
    }
  }

  private boolean appliesTo(DeleteFile delete, DataFile file) {
    long deleted = EqualityDelete.sequenceNumber(delete);
    long written = EqualityDelete.sequenceNumber(file);
    if (delete.content() == FileContent.EQUALITY_DELETES) {
      Scope scope = Scope.ofEqualityDelete(table.specs(), delete);
      return written < deleted
          && (scope.equals(Scope.EVERYWHERE)
              || scope.equals(Scope.partitionOf(table.specs(), file)));
    }
    String location = ContentFileUtil.referencedDataFileLocation(delete);
    return location == null ? written <= deleted : location.equals(file.location());
  }

  private void addPacked(Set<FileKey> gone, Set<String> goneFiles, Swap swap) {
    packed.forEach(
        (old, copy) -> {
          if (gone.contains(FileKey.of(old)) || goneFiles.contains(old.referencedDataFile())) {
            swap.conflicts++;
          } else {
            swap.removed.add(old);
            swap.added.put(copy, EqualityDelete.sequenceNumber(old));
          }
        });
  }

  private void addMerged(
      PositionDeletes live, Set<FileKey> gone, Set<String> goneFiles, Swap swap) {
    Set<Scope> keep = new HashSet<>();
    for (Written one : merged) {
      DataFile file = one.file();
      List<DeleteFile> now = writer.all(file, live);
      if (goneFiles.contains(file.location())) {
        continue;
      }
      if (!one.standsOn(now)) {
        swap.conflicts++;
        keep.add(Scope.partitionOf(table.specs(), file));
      } else {
        swap.removed.addAll(one.replaced());
        long latestOfAll = now.stream().mapToLong(EqualityDelete::sequenceNumber).max().orElse(0);
        one.added().ifPresent(delete -> swap.added.put(delete, latestOfAll));
      }
    }
    plan.split().stream()
        .filter(delete -> !gone.contains(FileKey.of(delete)))
        .filter(delete -> !keep.contains(Scope.partitionOf(table.specs(), delete)))
        .forEach(swap.removed::add);
  }

  private RewriteFiles rewrite(Transaction transaction, Snapshot head, Swap swap) {
    RewriteFiles rewrite = transaction.newRewrite().validateFromSnapshot(head.snapshotId());
    swap.removed.forEach(rewrite::deleteFile);
    swap.added.forEach(rewrite::addFile);
    return rewrite;
  }
}
