/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.commit;

import io.tidewater.compaction.drift.Drift;
import io.tidewater.compaction.drift.FileKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.util.ContentFileUtil;

/** The files that one commit of a rewrite takes out and puts in. */
final class Replacement {
  private final List<DataFile> inputs;
  private final List<DataFile> outputs;
  private final Map<FileKey, DeleteFile> removed = new LinkedHashMap<>();
  private final List<DeleteFile> added = new ArrayList<>();
  private final List<Copy> copies = new ArrayList<>();

  private record Copy(DeleteFile file, long sequenceNumber) {}

  Replacement(List<DataFile> inputs, List<DataFile> outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
  }

  /** Takes out what only concerned the inputs: deletion vectors, and deletes of single files. */
  void dropDeletesOf(List<Fate.Lands> groups, Fates fates, Drift drift) {
    Set<FileKey> gone = new HashSet<>();
    drift.removedDeletes().forEach(delete -> gone.add(FileKey.of(delete)));
    for (Fate.Lands lands : groups) {
      for (FileScanTask task : lands.group().group().inputs()) {
        task.deletes().stream()
            .filter(ContentFileUtil::isFileScoped)
            .filter(delete -> !gone.contains(FileKey.of(delete)))
            .forEach(this::remove);
        fates.lateOf(task.file()).forEach(this::remove);
      }
    }
  }

  private void remove(DeleteFile delete) {
    removed.put(FileKey.of(delete), delete);
  }

  void add(List<DeleteFile> deletes) {
    added.addAll(deletes);
  }

  /** Puts a copy in place of a delete file, which keeps the sequence number. */
  void exchange(DeleteFile delete, DeleteFile copy) {
    remove(delete);
    copies.add(new Copy(copy, delete.dataSequenceNumber()));
  }

  boolean addsWithoutRemoving() {
    return removed.isEmpty() && !added.isEmpty();
  }

  /** Fills in an update that replaces a head. */
  RewriteFiles on(RewriteFiles update, long headId, long sequenceNumber) {
    // Everything up to the head has been looked at; what comes after it is refused.
    update.validateFromSnapshot(headId).dataSequenceNumber(sequenceNumber);
    inputs.forEach(update::deleteFile);
    outputs.forEach(update::addFile);
    removed.values().forEach(update::deleteFile);
    added.forEach(update::addFile);
    copies.forEach(copy -> update.addFile(copy.file(), copy.sequenceNumber()));
    return update;
  }
}
