/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import io.tidewater.compaction.commit.Change;
import io.tidewater.compaction.drift.Baseline;
import io.tidewater.compaction.drift.Drift;
import io.tidewater.compaction.drift.FileKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.util.ContentFileUtil;

/**
 * Puts filled files in the place of those that they were made from. What others did in the meantime
 * decides, on each head, which of them still can: files that are gone, or that got deletes of
 * positions, are left for the next run. Equality deletes that came later go on applying, since the
 * new files have the sequence number of the snapshot that they were made from.
 */
final class FillCommit implements Change {
  private final Table table;
  private final Baseline baseline;
  private final List<FilledFile> files;
  private final boolean others;
  private int committed;

  /**
   * @param others whether the baseline has live files beside these
   */
  FillCommit(Table table, Baseline baseline, List<FilledFile> files, boolean others) {
    this.table = table;
    this.baseline = baseline;
    this.files = List.copyOf(files);
    this.others = others;
  }

  /** How many files the last attempt put in. */
  int committed() {
    return committed;
  }

  @Override
  public Attempt on(Snapshot head) {
    Drift drift = baseline.until(table, head);
    List<FilledFile> fit = new ArrayList<>(untouched(drift));
    if (mayLoseDeletes(drift) && !fit.isEmpty()) {
      fit.remove(fit.size() - 1);
    }
    committed = fit.size();
    return fit.isEmpty()
        ? new Attempt.GiveUp("other commits have changed every file that was to be filled")
        : new Attempt.Commit<>(transaction -> replace(transaction, fit));
  }

  private List<FilledFile> untouched(Drift drift) {
    Set<String> gone = new HashSet<>();
    drift.removedFiles().forEach(file -> gone.add(file.location()));
    return files.stream()
        .filter(file -> !gone.contains(file.before().file().location()))
        .filter(file -> drift.addedDeletes().stream().noneMatch(delete -> hits(delete, file)))
        .toList();
  }

  private static boolean hits(DeleteFile delete, FilledFile file) {
    if (delete.content() == FileContent.EQUALITY_DELETES) {
      return false;
    }
    String referenced = ContentFileUtil.referencedDataFileLocation(delete);
    // One that names no file may name any of its partition; not to compare them is the safe side.
    return referenced == null || referenced.equals(file.before().file().location());
  }

  /**
   * Whether the library might forget deletes that came since: it drops those that are older than
   * every live file, and does not count the new files, which the deletes apply to. One file of the
   * baseline's age that stays is enough to keep them.
   */
  private boolean mayLoseDeletes(Drift drift) {
    boolean laterDeletes =
        drift.addedDeletes().stream().anyMatch(delete -> !ContentFileUtil.isDV(delete));
    return laterDeletes && !(others && drift.removedFiles().isEmpty());
  }

  private RewriteFiles replace(Transaction transaction, List<FilledFile> fit) {
    RewriteFiles rewrite =
        transaction
            .newRewrite()
            .validateFromSnapshot(baseline.snapshot().snapshotId())
            .dataSequenceNumber(baseline.sequenceNumber());
    Set<FileKey> dropped = new HashSet<>();
    for (FilledFile file : fit) {
      rewrite.deleteFile(file.before().file());
      file.before().deletes().stream()
          .filter(ContentFileUtil::isFileScoped)
          .filter(delete -> dropped.add(FileKey.of(delete)))
          .forEach(rewrite::deleteFile);
      if (file.after().recordCount() > 0) {
        rewrite.addFile(file.after());
      }
    }
    return rewrite;
  }
}
